package org.claimtrail.database;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of this program's own, on 127.0.0.1, that lets nobody in without the password kept in the data
 * folder. Committed rows survive a killed program and a power cut: a server that a killed program left behind is
 * stopped and a new one started on its folder. While the program lives, a server that dies is started again.
 */
final class EmbeddedDatabase implements AutoCloseable {

    /** Owns the tables; migrations run as this role. */
    static final String OWNER = "claimtrail";

    /** What the program itself connects as. */
    static final String PROGRAM = "claimtrail_program";

    static final String SUPERUSER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final long WATCH_INTERVAL_MILLIS = 1_000;
    private static final long MAX_PAUSE_MILLIS = 8_000;

    private final DataFolder folder;
    private final PostgresCluster cluster;
    private final int port;
    private boolean closed;

    private EmbeddedDatabase(DataFolder folder, PostgresCluster cluster, int port) {
        this.folder = folder;
        this.cluster = cluster;
        this.port = port;
    }

    /**
     * Takes the folder and starts the server on it; the first time, creates the database.
     *
     * @param port TCP port, or 0 for a free one
     * @throws DatabaseStartException if that is not possible, with a sentence that says why
     */
    static EmbeddedDatabase start(Path dataDir, int port) {
        DataFolder folder = DataFolder.open(dataDir);
        boolean started = false;
        try {
            PostgresCluster cluster = PostgresCluster.prepare(folder);
            int chosen = choose(port);
            cluster.start(chosen);
            EmbeddedDatabase database = new EmbeddedDatabase(folder, cluster, chosen);
            database.prepareRole();
            started = true;
            database.watch();
            log.info("PostgreSQL {} on 127.0.0.1:{}, data in {}", cluster.version(), chosen, folder.path());
            return database;
        } catch (IOException e) {
            throw new DatabaseStartException(
                    "PostgreSQL did not start on %s: %s".formatted(folder.path(), e.getMessage()),
                    "Its own words are in %s.".formatted(folder.resolve(PostgresCluster.LOG_FILE)),
                    e);
        } finally {
            if (!started) {
                folder.close();
            }
        }
    }

    /** A data folder from before has no role for the program yet. */
    private void prepareRole() throws IOException {
        try (Connection superuser = DriverManager.getConnection(url(), SUPERUSER, password());
                Statement statement = superuser.createStatement()) {
            try (ResultSet role = statement.executeQuery("select 1 from pg_roles where rolname = '" + PROGRAM + "'")) {
                if (role.next()) {
                    return;
                }
            }
            statement.execute("create role %s login password '%s'".formatted(PROGRAM, password()));
        } catch (SQLException e) {
            cluster.stop();
            throw new IOException(e.getMessage(), e);
        }
    }

    private static int choose(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        } catch (BindException e) {
            throw new DatabaseStartException(
                    "Port %d of 127.0.0.1 is in use by another program.".formatted(port),
                    "Name another one in claimtrail.database.port, or leave it out to take any free one.",
                    e);
        }
    }

    private void watch() {
        Thread watcher = new Thread(this::restartWhenGone, "database-watch");
        watcher.setDaemon(true);
        watcher.start();
    }

    private synchronized void restartWhenGone() {
        long pauseMillis = WATCH_INTERVAL_MILLIS;
        while (!closed) {
            try {
                restartIfGone();
                pauseMillis = WATCH_INTERVAL_MILLIS;
            } catch (IOException e) {
                pauseMillis = Math.min(2 * pauseMillis, MAX_PAUSE_MILLIS);
                log.error("PostgreSQL could not be started again; next try in {} ms: {}", pauseMillis, e.getMessage());
            }
            try {
                wait(pauseMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void restartIfGone() throws IOException {
        if (!cluster.isRunning()) {
            log.warn("PostgreSQL is gone; starting it again");
            cluster.start(port);
            log.info("PostgreSQL is back on 127.0.0.1:{}", port);
        }
    }

    /** JDBC address of the desk's database; the driver answers no other question than SCRAM's. */
    String url() {
        return url(port);
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?requireAuth=scram-sha-256&connectTimeout=5"
                .formatted(port, PostgresCluster.DATABASE);
    }

    /** The password of all three roles. */
    String password() {
        return cluster.password();
    }

    /** Stops the server, then gives the folder back. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        notifyAll();
        try {
            cluster.stop();
        } catch (IOException e) {
            log.error("PostgreSQL did not stop; the next start of Claimtrail replaces it: {}", e.getMessage());
        } finally {
            folder.close();
        }
    }
}
