package org.claimtrail.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;

/**
 * Copies the files of a server at work: a low-level base backup, with the part of the write-ahead log by which the
 * copy recovers to one moment. A replication slot that ends with the session keeps that part from being recycled.
 */
final class OnlineCopy {

    private static final String LOG_FOLDER = "pg_wal";
    private static final String CONTROL_FILE = "global/pg_control";

    /** What belongs to the running server, not to the data. */
    private static final Set<String> LEFT_OUT =
            Set.of(ServerProcess.PID_FILE, "postmaster.opts", CONTROL_FILE, "backup_label", "tablespace_map");

    /** Kept as folders, without what is in them. */
    private static final Set<String> EMPTIED = Set.of(
            LOG_FOLDER,
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private final Connection superuser;
    private final Path database;
    private final BackupArchive archive;
    private final String prefix;
    private final Progress progress;

    /**
     * @param superuser a connection to the desk's database
     * @param database the server's folder
     */
    OnlineCopy(Connection superuser, Path database, BackupArchive archive, Progress progress) {
        this.superuser = superuser;
        this.database = database;
        this.archive = archive;
        this.prefix = BackupArchive.DATA + database.getFileName() + "/";
        this.progress = progress;
    }

    /** Returns how many rows each append-only table had when the copy was whole; the copy has at least these. */
    Map<String, Long> copy() throws SQLException, IOException, BackupException {
        refuseOtherPlaces();
        String first;
        try (Statement statement = superuser.createStatement()) {
            one(
                    statement,
                    "select pg_create_physical_replication_slot('claimtrail_backup_' || pg_backend_pid(), true, true)");
            first = one(statement, "select pg_walfile_name(pg_backup_start('claimtrail', true))");
        }
        archive.addFolder(StringUtils.trimTrailingCharacter(prefix, '/'));
        Files.walkFileTree(database, dataFiles());
        archive.add(prefix + CONTROL_FILE, database.resolve(CONTROL_FILE));
        progress.says("%,d files of %,d MB are read".formatted(archive.files(), archive.bytes() >> 20));
        Map<String, Long> rows = appendOnlyRows();
        String last;
        try (Statement statement = superuser.createStatement();
                ResultSet end =
                        statement.executeQuery("select pg_walfile_name(lsn), labelfile from pg_backup_stop(true)")) {
            end.next();
            last = end.getString(1);
            archive.add(prefix + "backup_label", end.getString(2).getBytes(StandardCharsets.UTF_8));
        }
        addLog(first, last);
        return rows;
    }

    private void refuseOtherPlaces() throws IOException, BackupException {
        try (Stream<Path> tablespaces = Files.list(database.resolve("pg_tblspc"))) {
            if (tablespaces.findAny().isPresent() || Files.isSymbolicLink(database.resolve(LOG_FOLDER))) {
                throw BackupException.refused(
                        "The database keeps files outside of %s; this backup would miss them.".formatted(database));
            }
        }
    }

    private FileVisitor<Path> dataFiles() {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.equals(database)) {
                    return FileVisitResult.CONTINUE;
                }
                if (folder.getFileName().toString().startsWith("pgsql_tmp")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                archive.addFolder(prefix + name(folder));
                return EMPTIED.contains(name(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String own = file.getFileName().toString();
                if (!LEFT_OUT.contains(name(file))
                        && !own.startsWith("pgsql_tmp")
                        && !own.startsWith("pg_internal.init")) {
                    try {
                        archive.add(prefix + name(file), file);
                    } catch (NoSuchFileException e) {
                        // The table was dropped meanwhile; the log drops it in the copy.
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        };
    }

    private String name(Path file) {
        return database.relativize(file).toString().replace('\\', '/');
    }

    /** Names of log files sort as their contents do. */
    private void addLog(String first, String last) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(database.resolve(LOG_FOLDER))) {
            files = all.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
                    })
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            archive.add(prefix + name(file), file);
        }
    }

    private Map<String, Long> appendOnlyRows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Statement statement = superuser.createStatement()) {
            for (String table : TableCheck.names(superuser, "c.oid in (" + AppendOnly.TABLES + ")")) {
                rows.put(table, Long.valueOf(one(statement, "select count(*) from " + table)));
            }
        }
        return rows;
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
