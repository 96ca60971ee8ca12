package org.claimtrail.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.claimtrail.database.BackupException;
import org.claimtrail.database.DeskBackup;
import org.claimtrail.database.DeskCheck;
import org.claimtrail.history.ChainCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;

/**
 * {@code backup [--data-dir FOLDER] FILE.tar.gz|FOLDER} and {@code restore FILE.tar.gz DATA_FOLDER}. What they do is
 * told on the error stream; the output holds the one path that was made. Exit status 0, 1 if it went wrong, 2 if it
 * cannot be done as asked.
 */
public final class BackupCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;
    private static final String ENDING = ".tar.gz";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'claimtrail-'uuuuMMdd'T'HHmmss'Z" + ENDING + "'");

    private final PrintStream out;
    private final PrintStream errors;
    private final Clock clock;

    BackupCommand(PrintStream out, PrintStream errors, Clock clock) {
        this.out = out;
        this.errors = errors;
        this.clock = clock;
    }

    /**
     * @param args what follows {@code backup}
     * @return the exit status
     */
    public static int runBackup(List<String> args) {
        beQuiet();
        return new BackupCommand(System.out, System.err, Clock.systemUTC()).backup(args);
    }

    /**
     * @param args what follows {@code restore}
     * @return the exit status
     */
    public static int runRestore(List<String> args) {
        beQuiet();
        return new BackupCommand(System.out, System.err, Clock.systemUTC()).restore(args);
    }

    private static void beQuiet() {
        LoggingSystem.get(BackupCommand.class.getClassLoader()).beforeInitialize();
    }

    int backup(List<String> args) {
        return tell("backup", work -> {
            List<String> words = new ArrayList<>(args);
            String dataDir = Objects.requireNonNullElse(System.getenv("CLAIMTRAIL_DATA_DIR"), "data");
            int option = words.indexOf("--data-dir");
            if (option >= 0 && option + 1 < words.size()) {
                words.remove(option);
                dataDir = words.remove(option);
            }
            if (words.size() != 1 || words.get(0).startsWith("--")) {
                throw BackupException.refused("usage: backup [--data-dir FOLDER] FILE.tar.gz|FOLDER");
            }
            Path file = path(words.get(0));
            if (Files.isDirectory(file)) {
                file = file.resolve(NAME.format(clock.instant().atOffset(ZoneOffset.UTC)));
            } else if (!file.toString().endsWith(ENDING)) {
                throw BackupException.refused("%s is no folder and does not end in %s.".formatted(file, ENDING));
            }
            work.backup(path(dataDir), file);
            return file;
        });
    }

    int restore(List<String> args) {
        return tell("restore", work -> {
            if (args.size() != 2 || args.get(0).startsWith("--")) {
                throw BackupException.refused("usage: restore FILE.tar.gz DATA_FOLDER");
            }
            Path folder = path(args.get(1));
            work.restore(path(args.get(0)), folder);
            return folder;
        });
    }

    @FunctionalInterface
    private interface Work {
        Path does(DeskBackup work) throws BackupException;
    }

    private int tell(String name, Work work) {
        try (DeskBackup backup = new DeskBackup(BackupCommand::chains, step -> errors.println(name + ": " + step))) {
            Thread stop = new Thread(backup::close, "clean-up");
            Runtime.getRuntime().addShutdownHook(stop);
            out.println(work.does(backup));
            return DONE;
        } catch (BackupException e) {
            errors.println(name + ": " + e.getMessage());
            return e.isRefusal() ? BAD_INPUT : FAILED;
        }
    }

    private static DeskCheck.Findings chains(Connection desk) {
        ChainCheck.Result result = ChainCheck.of(desk);
        return new DeskCheck.Findings(
                "%,d chains with %,d revisions were recomputed".formatted(result.chains(), result.revisions()),
                result.broken().stream()
                        .map(broken -> "the history of claim %d does not fit from revision %d on"
                                .formatted(broken.claimId(), broken.number()))
                        .toList());
    }

    private static Path path(@Nullable String name) throws BackupException {
        try {
            return Path.of(Objects.requireNonNullElse(name, ""));
        } catch (InvalidPathException e) {
            throw BackupException.refused("%s is no path.".formatted(name));
        }
    }
}
