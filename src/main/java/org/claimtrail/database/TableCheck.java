package org.claimtrail.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads every row and every index of a copied database, as PostgreSQL's amcheck does where it is installed. */
final class TableCheck {

    private final Connection superuser;

    TableCheck(Connection superuser) {
        this.superuser = superuser;
    }

    /**
     * @param least how many rows some tables have at least
     * @return what was read, in one line
     */
    String check(Map<String, Long> least) throws SQLException, BackupException {
        long rows = 0;
        List<String> tables = names(superuser, "c.relkind in ('r', 'm')");
        if (tables.isEmpty()) {
            throw BackupException.failed("The copy holds no tables.");
        }
        boolean amcheck = installAmcheck();
        try (Statement statement = superuser.createStatement()) {
            for (String table : tables) {
                if (amcheck) {
                    refuseFindings(statement, table);
                }
                try (ResultSet read = statement.executeQuery(
                        "select count(*), coalesce(sum(length(t::text)), 0) from %s t".formatted(table))) {
                    read.next();
                    rows += read.getLong(1);
                    if (read.getLong(1) < least.getOrDefault(table, 0L)) {
                        throw BackupException.failed("The copy's table %s has %d rows, fewer than the %d it should."
                                .formatted(table, read.getLong(1), least.get(table)));
                    }
                }
            }
            List<String> indexes = amcheck
                    ? names(superuser, "c.relkind = 'i' and c.relam = (select oid from pg_am where amname = 'btree')")
                    : List.of();
            for (String index : indexes) {
                statement.execute("select bt_index_check('%s'::regclass, true)".formatted(index.replace("'", "''")));
            }
            return "%d tables with %,d rows and %d indexes are sound".formatted(tables.size(), rows, indexes.size());
        }
    }

    private boolean installAmcheck() throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery("select 1 from pg_available_extensions where name = 'amcheck'")) {
                if (!row.next()) {
                    return false;
                }
            }
            return !statement.execute("create extension if not exists amcheck");
        }
    }

    private static void refuseFindings(Statement statement, String table) throws SQLException, BackupException {
        try (ResultSet finding = statement.executeQuery(
                "select blkno, msg from verify_heapam('%s'::regclass)".formatted(table.replace("'", "''")))) {
            if (finding.next()) {
                throw BackupException.failed("The copy's table %s is damaged in block %s: %s"
                        .formatted(table, finding.getString(1), finding.getString(2)));
            }
        }
    }

    /** Names of relations outside of the system's schemas, quoted where needed. */
    static List<String> names(Connection connection, String condition) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select format('%%I.%%I', n.nspname, c.relname) from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%%' and (%s) order by 1
                        """.formatted(condition))) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
