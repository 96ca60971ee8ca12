package org.claimtrail.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Run in a JVM of its own: starts the database and inserts rows until it is killed, printing each answered number. */
final class BurstOfInserts {

    private BurstOfInserts() {}

    public static void main(String[] args) throws SQLException {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), 0);
        try (Connection connection =
                DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, database.password())) {
            connection.createStatement().execute("create table if not exists answered (number bigint primary key)");
            try (PreparedStatement insert = connection.prepareStatement("insert into answered values (?)")) {
                for (long number = 1; ; number++) {
                    insert.setLong(1, number);
                    insert.executeUpdate();
                    System.out.println("answered " + number);
                }
            }
        }
    }
}
