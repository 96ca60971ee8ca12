package org.claimtrail.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The embedded server for tests. Its folders below {@code target} are used again by the next run, which saves the
 * seconds of unpacking; the database in it is made anew. Test JVMs that run side by side take a folder each.
 */
public final class EmbeddedDatabaseForTests {

    private static final int MOST_AT_ONCE = 20;

    private final EmbeddedDatabase server;

    private EmbeddedDatabaseForTests(EmbeddedDatabase server) {
        this.server = server;
    }

    /** Starts it until the JVM ends. */
    public static EmbeddedDatabaseForTests start(Path target) throws SQLException {
        EmbeddedDatabase server = startOnFreeFolder(target);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        try (Connection postgres = DriverManager.getConnection(
                server.url().replace("/" + PostgresCluster.DATABASE, "/postgres"), "postgres", server.password())) {
            postgres.createStatement().execute("drop database if exists claimtrail with (force)");
            postgres.createStatement().execute("create database claimtrail owner " + EmbeddedDatabase.OWNER);
        }
        return new EmbeddedDatabaseForTests(server);
    }

    private static EmbeddedDatabase startOnFreeFolder(Path target) {
        for (int number = 1; ; number++) {
            try {
                return EmbeddedDatabase.start(target.resolve("test-database-" + number), 0);
            } catch (FolderInUseException e) {
                if (number == MOST_AT_ONCE) {
                    throw e;
                }
            }
        }
    }

    /** JDBC address; sessions opened with it do not wait for the disk at each commit. */
    public String url() {
        return server.url() + "&options=-c%20synchronous_commit%3Doff";
    }

    public String user() {
        return EmbeddedDatabase.OWNER;
    }

    /** The role of the program, with the same password. */
    public String program() {
        return EmbeddedDatabase.PROGRAM;
    }

    public String password() {
        return server.password();
    }
}
