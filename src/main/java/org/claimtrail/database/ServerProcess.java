package org.claimtrail.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tells from a database folder's {@code postmaster.pid} whether a server is running on it, and which. */
final class ServerProcess {

    static final String PID_FILE = "postmaster.pid";

    /** Above any process number that Linux (2^22) or macOS (99,998) hands out. */
    private static final String NEVER_A_PID = Integer.toString(Integer.MAX_VALUE);

    private static final int PORT_LINE = 3;

    private final Path database;

    ServerProcess(Path database) {
        this.database = database;
    }

    /**
     * The living server of this folder. A process that merely got the same number later is not one: it must have been
     * started on this very folder.
     */
    Optional<ProcessHandle> find() throws IOException {
        return recorded().filter(this::servesThisFolder);
    }

    /** The TCP port that the living server listens on, once it does. */
    Optional<Integer> port() throws IOException {
        List<String> lines = lines();
        return find().isPresent() && lines.size() > PORT_LINE
                ? number(lines.get(PORT_LINE)).map(Long::intValue)
                : Optional.empty();
    }

    /**
     * Keeps a process number left behind by a crash from blocking the start. PostgreSQL refuses to start while that
     * number is alive, whoever has it now. The rest of the file stays, since PostgreSQL finds in it the shared memory
     * by which it knows that no old worker still writes to the folder.
     */
    void discardStaleNumber() throws IOException {
        Path file = database.resolve(PID_FILE);
        List<String> lines = new ArrayList<>(lines());
        if (!Files.exists(file) || find().isPresent()) {
            return;
        }
        if (lines.isEmpty() || number(lines.get(0)).isEmpty()) {
            Files.delete(file);
        } else if (recorded().isPresent()) {
            lines.set(0, NEVER_A_PID);
            Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        }
    }

    private Optional<ProcessHandle> recorded() throws IOException {
        return lines().stream().findFirst().flatMap(ServerProcess::number).flatMap(ProcessHandle::of);
    }

    /** A server that is just stopping may take the file away at any moment. */
    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(database.resolve(PID_FILE), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static Optional<Long> number(String line) {
        try {
            return Optional.of(Math.abs(Long.parseLong(line.strip()))).filter(pid -> pid > 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean servesThisFolder(ProcessHandle process) {
        List<String> arguments = process.info().arguments().map(Arrays::asList).orElse(List.of());
        int option = arguments.indexOf("-D");
        return process.isAlive()
                && option >= 0
                && option + 1 < arguments.size()
                && arguments.get(option + 1).equals(database.toString());
    }
}
