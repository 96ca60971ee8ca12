package org.claimtrail.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The database of a data folder as a command beside the desk finds it: that of the desk at work, which it leaves running, or
 * one that it starts itself and stops at the end.
 */
final class ReachedDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 250;

    private final String url;
    private final String password;
    private final @Nullable EmbeddedDatabase own;

    private ReachedDatabase(String url, String password, @Nullable EmbeddedDatabase own) {
        this.url = url;
        this.password = password;
        this.own = own;
    }

    /**
     * @throws DatabaseStartException if it can neither be found at work nor started
     * @throws IOException if the folder cannot be read
     */
    static ReachedDatabase in(Path folder) throws IOException {
        if (folderIn(folder).isEmpty()) {
            throw new DatabaseStartException(
                    "There is no desk with an embedded database in %s.".formatted(folder),
                    "Name its folder in claimtrail.data-dir.");
        }
        try {
            EmbeddedDatabase own = EmbeddedDatabase.start(folder, 0);
            return new ReachedDatabase(own.url(), own.password(), own);
        } catch (FolderInUseException inUse) {
            int port = portOfTheServerAtWork(folder).orElseThrow(() -> inUse);
            String password = Files.readString(folder.resolve(PostgresCluster.PASSWORD_FILE))
                    .strip();
            return new ReachedDatabase(EmbeddedDatabase.url(port), password, null);
        }
    }

    /** The folder of the database itself; none where this is not the data folder of a desk. */
    static Optional<Path> folderIn(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(PostgresCluster.PASSWORD_FILE))) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(child -> child.getFileName().toString().matches(PostgresCluster.FOLDER_PREFIX + "\\d+"))
                    .sorted()
                    .findFirst();
        } catch (NotDirectoryException e) {
            return Optional.empty();
        }
    }

    /** A server that died is started again by its desk, which takes a moment. */
    private static Optional<Integer> portOfTheServerAtWork(Path folder) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<Path> database = folderIn(folder);
            Optional<Integer> port = database.isEmpty()
                    ? Optional.empty()
                    : new ServerProcess(database.get().toRealPath()).port();
            if (port.isPresent() || System.nanoTime() > end) {
                return port;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    /** Whether a desk is at work on it. */
    boolean atWork() {
        return own == null;
    }

    String url() {
        return url;
    }

    /** The password of all three roles. */
    String password() {
        return password;
    }

    Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(url, role, password);
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
