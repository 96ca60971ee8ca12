package org.claimtrail.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Looks at the rows of a desk. */
@FunctionalInterface
public interface DeskCheck {

    /** @param desk the desk's database; it may be read only */
    Findings check(Connection desk) throws SQLException;

    /**
     * @param summary what was looked at, in one line
     * @param faults what does not fit, a line each
     */
    record Findings(String summary, List<String> faults) {}
}
