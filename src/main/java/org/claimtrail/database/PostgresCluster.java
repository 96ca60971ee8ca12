package org.claimtrail.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's files inside the data folder, and the server on them. */
final class PostgresCluster {

    static final String DATABASE = "claimtrail";
    static final String LOG_FILE = "postgres.log";

    static final String PASSWORD_FILE = "postgres.password";
    static final String FOLDER_PREFIX = "postgres-";
    static final String BINARIES = "postgres-bin";
    private static final long MAX_LOG_BYTES = 5_000_000;
    private static final int PASSWORD_BYTES = 24;

    /** Given on the command line, so that nothing written in the database folder can weaken them. */
    private static final List<String> SAFE = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "log_checkpoints=off",
            "timezone=UTC",
            "log_timezone=UTC");

    private final DataFolder folder;
    private final PostgresCommands commands;
    private final Path database;
    private final String version;
    private final String password;

    private PostgresCluster(
            DataFolder folder, PostgresCommands commands, Path database, String version, String password) {
        this.folder = folder;
        this.commands = commands;
        this.database = database;
        this.version = version;
        this.password = password;
    }

    /** Unpacks the server and creates its files where they are missing; an interrupted creation starts afresh. */
    static PostgresCluster prepare(DataFolder folder) throws IOException {
        refuseUnquotablePath(folder.path());
        Path binaries = PostgresBinaries.unpack(folder.resolve(BINARIES));
        PostgresCommands commands = new PostgresCommands(binaries, folder.isOwnedByRoot());
        String version = commands.version();
        String major = version.split("\\.", 2)[0];
        Path database = folder.resolve(FOLDER_PREFIX + major);
        refuseOtherMajor(folder, database, major);
        Path passwordFile = folder.resolve(PASSWORD_FILE);
        if (!Files.exists(database)) {
            create(commands, database, passwordFile);
        }
        String password = Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
        return new PostgresCluster(folder, commands, database, version, password);
    }

    private static void create(PostgresCommands commands, Path database, Path passwordFile) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        OwnerOnly.write(passwordFile, password + "\n");
        Path draft = database.resolveSibling(database.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(draft);
        commands.initialise(draft, passwordFile);
        commands.runAlone(
                draft,
                List.of(
                        "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(EmbeddedDatabase.OWNER, password),
                        "CREATE DATABASE %s OWNER %s".formatted(DATABASE, EmbeddedDatabase.OWNER)));
        Files.move(draft, database, StandardCopyOption.ATOMIC_MOVE);
    }

    /** pg_ctl hands the path to a shell between double quotes. */
    private static void refuseUnquotablePath(Path path) {
        String special = path.getFileSystem().getSeparator().equals("/") ? "\"$`\\\n" : "\"%\n";
        if (path.toString().chars().anyMatch(c -> special.indexOf(c) >= 0)) {
            throw new DatabaseStartException(
                    "PostgreSQL cannot be started in the data folder %s: its path holds a quote, a dollar sign or another"
                                    .formatted(path)
                            + " character with a meaning to a shell.",
                    "Name a folder with a plainer path in claimtrail.data-dir.");
        }
    }

    private static void refuseOtherMajor(DataFolder folder, Path database, String major) throws IOException {
        try (Stream<Path> files = Files.list(folder.path())) {
            List<Path> clusters = files.filter(
                            file -> file.getFileName().toString().matches(FOLDER_PREFIX + "\\d+"))
                    .sorted()
                    .toList();
            for (Path cluster : Files.exists(database) ? List.of(database) : clusters) {
                Path versionFile = cluster.resolve("PG_VERSION");
                String found = Files.exists(versionFile)
                        ? Files.readString(versionFile).strip()
                        : "nothing known";
                if (!found.equals(major)) {
                    throw new DatabaseStartException(
                            "The database in %s was written by PostgreSQL %s, and this Claimtrail brings PostgreSQL %s."
                                    .formatted(cluster, found, major),
                            "Start the Claimtrail that wrote it, or carry the data over with pg_dump of that version"
                                    + " to a database named in SPRING_DATASOURCE_URL.");
                }
            }
        }
    }

    String version() {
        return version;
    }

    String password() {
        return password;
    }

    /** Starts the server, after stopping one that a killed program left behind. */
    void start(int port) throws IOException {
        ServerProcess process = new ServerProcess(database);
        if (process.find().isPresent()) {
            commands.stop(database);
        }
        process.discardStaleNumber();
        Path log = folder.resolve(LOG_FILE);
        if (Files.exists(log) && Files.size(log) > MAX_LOG_BYTES) {
            Files.move(log, folder.resolve(LOG_FILE + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        commands.start(
                database,
                log,
                Stream.concat(SAFE.stream(), Stream.of("port=" + port)).toList());
    }

    boolean isRunning() throws IOException {
        return new ServerProcess(database).find().isPresent();
    }

    void stop() throws IOException {
        if (isRunning()) {
            commands.stop(database);
        }
    }
}
