package org.claimtrail.site;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

/** Tells whether a failure means that the database does not answer. */
final class Outage {

    private Outage() {}

    /**
     * SQLSTATE class 08 is a failed connection, 57P01 to 57P05 a server that stops or starts, 53300 one with no
     * connection left (PostgreSQL manual, appendix A).
     */
    static boolean caused(Throwable problem) {
        for (@Nullable Throwable t = problem; t != null; t = t.getCause()) {
            // A rollback that failed hides the failure before it.
            if (t instanceof TransactionSystemException rollback
                    && rollback.getApplicationException() != null
                    && rollback.getApplicationException() != t
                    && caused(rollback.getApplicationException())) {
                return true;
            }
            if (t instanceof DataAccessResourceFailureException
                    || t instanceof SQLTransientConnectionException
                    || t instanceof SQLException sql && unavailable(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean unavailable(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0") || state.equals("53300"));
    }
}
