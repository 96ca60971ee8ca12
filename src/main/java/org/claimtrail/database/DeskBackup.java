package org.claimtrail.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Backs up and restores the data folder of a desk with an embedded database, at work or stopped. A backup appears under
 * its name only after it was unpacked elsewhere, started and read; a restored folder is started and read too.
 */
public final class DeskBackup implements AutoCloseable {

    private static final String RESTORING = ".restoring";

    /** Belongs to the running program; all else in the data folder is copied. */
    private static final Set<String> LEFT_OUT = Set.of(
            DataFolder.LOCK_FILE,
            PostgresCluster.LOG_FILE,
            PostgresCluster.LOG_FILE + ".1",
            PostgresCluster.BINARIES,
            "lost+found");

    private final DeskCheck check;
    private final Progress progress;
    private final ConcurrentLinkedDeque<Runnable> leftovers = new ConcurrentLinkedDeque<>();

    /** @param check what must hold of a copy besides that its tables and indexes are sound */
    public DeskBackup(DeskCheck check, Progress progress) {
        this.check = check;
        this.progress = progress;
    }

    /**
     * @param dataDir the desk's data folder
     * @param file a file that is not there yet; its folder is
     */
    public void backup(Path dataDir, Path file) throws BackupException {
        Path folder = dataDir.toAbsolutePath().normalize();
        Path target = file.toAbsolutePath().normalize();
        Path database = databaseOf(folder);
        if (Files.exists(target)) {
            throw BackupException.refused("%s is there already; a backup never replaces a file.".formatted(target));
        }
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw BackupException.refused("There is no folder %s.".formatted(parent));
        }
        if (target.startsWith(folder)) {
            throw BackupException.refused("A backup inside of the data folder is lost with it: name another place.");
        }
        try {
            Path draft = Files.createTempFile(parent, ".claimtrail-", ".part");
            remember(() -> draft.toFile().delete());
            Source source = write(folder, database, draft);
            progress.says("%,d MB are written; unpacking and starting them to see that they work"
                    .formatted(Math.max(1, Files.size(draft) >> 20)));
            Path copy = Files.createTempDirectory(parent, ".claimtrail-");
            remember(() -> delete(copy));
            BackupReader.unpack(draft, copy);
            List<String> faults = verify(copy, source.rows());
            if (!source.faults().containsAll(faults)) {
                throw BackupException.failed("The copy does not hold what the desk does: " + faults.get(0));
            }
            appear(draft, target);
        } catch (IOException e) {
            throw BackupException.failed("The backup could not be written: " + words(e), e);
        } catch (SQLException e) {
            throw BackupException.failed("The database did not answer as it should: " + words(e), e);
        } catch (DatabaseStartException e) {
            throw BackupException.failed(words(e) + " " + e.remedy(), e);
        } finally {
            close();
        }
    }

    /**
     * @param file a backup
     * @param dataDir a folder that is empty or not there yet
     */
    public void restore(Path file, Path dataDir) throws BackupException {
        Path folder = dataDir.toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw BackupException.refused("There is no file %s.".formatted(file));
        }
        boolean made = !Files.exists(folder);
        try {
            if (made) {
                Files.createDirectories(folder);
                OwnerOnly.restrict(folder);
            } else if (!Files.isDirectory(folder) || !children(folder).isEmpty()) {
                throw BackupException.refused(
                        "%s is not an empty folder; a desk is restored into one that is.".formatted(folder));
            }
            OwnerOnly.restrict(folder);
            Path draft = OwnerOnly.createFolder(folder.resolve(RESTORING));
            remember(() -> delete(draft));
            if (made) {
                leftovers.addLast(() -> folder.toFile().delete());
            }
            BackupReader.unpack(file, draft);
            progress.says("the backup is unpacked and each file is the one that its manifest lists");
            verify(draft, Map.of());
            Path database = databaseOf(draft);
            List<Path> files = new ArrayList<>(children(draft));
            files.remove(database);
            files.add(database);
            for (Path child : files) {
                Path own = folder.resolve(child.getFileName());
                remember(() -> delete(own));
                Files.move(child, own, StandardCopyOption.ATOMIC_MOVE);
            }
            leftovers.clear();
            delete(draft);
        } catch (IOException e) {
            throw BackupException.failed("The desk could not be restored: " + words(e), e);
        } catch (SQLException e) {
            throw BackupException.failed("The restored database did not answer as it should: " + words(e), e);
        } catch (DatabaseStartException e) {
            throw BackupException.failed(words(e) + " " + e.remedy(), e);
        } finally {
            close();
        }
    }

    /** Stops what was started and removes what was half made; may be called at any time, from any thread. */
    @Override
    public void close() {
        for (Runnable next = leftovers.pollFirst(); next != null; next = leftovers.pollFirst()) {
            next.run();
        }
    }

    /**
     * What is known of the desk that was copied.
     *
     * @param rows how many rows its append-only tables have at least
     * @param faults what was wrong in it already
     */
    private record Source(Map<String, Long> rows, List<String> faults) {}

    private Source write(Path folder, Path database, Path draft) throws IOException, SQLException, BackupException {
        try (ReachedDatabase desk = ReachedDatabase.in(folder);
                Connection superuser = desk.connect(EmbeddedDatabase.SUPERUSER);
                BackupArchive archive = new BackupArchive(draft, "")) {
            remember(desk::close);
            progress.says(
                    desk.atWork()
                            ? "the desk is at work and stays so"
                            : "the desk is stopped; its database is started for the backup");
            for (Path child : children(folder)) {
                if (!child.equals(database)
                        && !LEFT_OUT.contains(child.getFileName().toString())) {
                    addAll(archive, folder, child);
                }
            }
            List<String> faults = check.check(superuser).faults();
            Map<String, Long> rows = new OnlineCopy(superuser, database, archive, progress).copy();
            archive.finish();
            return new Source(rows, faults);
        }
    }

    private static void addAll(BackupArchive archive, Path folder, Path child) throws IOException {
        try (Stream<Path> all = Files.walk(child)) {
            for (Path file : all.sorted().toList()) {
                String name =
                        BackupArchive.DATA + folder.relativize(file).toString().replace('\\', '/');
                if (Files.isDirectory(file)) {
                    archive.addFolder(name);
                } else if (Files.isRegularFile(file)) {
                    archive.add(name, file);
                }
            }
        }
    }

    /** Starts the copy, reads it and stops it; returns what does not fit in it. */
    private List<String> verify(Path copy, Map<String, Long> rows) throws SQLException, BackupException {
        databaseOf(copy);
        EmbeddedDatabase started = EmbeddedDatabase.start(copy, 0);
        remember(started::close);
        DeskCheck.Findings findings;
        try (Connection superuser =
                DriverManager.getConnection(started.url(), EmbeddedDatabase.SUPERUSER, started.password())) {
            superuser.setAutoCommit(false);
            progress.says(new TableCheck(superuser).check(rows));
            superuser.rollback();
            findings = check.check(superuser);
            superuser.rollback();
        }
        progress.says(findings.summary());
        findings.faults().forEach(fault -> progress.says("WARNING: " + fault));
        started.close();
        for (String left : LEFT_OUT) {
            delete(copy.resolve(left));
        }
        return findings.faults();
    }

    /** Gives a written file its name at last; it never replaces what somebody else put there meanwhile. */
    private static void appear(Path draft, Path target) throws IOException {
        try {
            Files.createLink(target, draft);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.move(draft, target);
        }
    }

    private static Path databaseOf(Path folder) throws BackupException {
        try {
            return ReachedDatabase.folderIn(folder)
                    .orElseThrow(() -> BackupException.refused(
                            "There is no desk with an embedded database in %s.".formatted(folder)));
        } catch (IOException e) {
            throw BackupException.refused("%s cannot be read: %s".formatted(folder, words(e)));
        }
    }

    private void remember(Runnable undo) {
        leftovers.addFirst(undo);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void delete(Path path) {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }

    private static String words(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
