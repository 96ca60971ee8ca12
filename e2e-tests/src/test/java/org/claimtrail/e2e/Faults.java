package org.claimtrail.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Brings faults about, at one desk alone: its process, the server on its data folder, the mount that folder is on. */
final class Faults {

    private static final long HELD_MILLIS = 2_000;
    private static final int HELD_MORE_MILLIS = 4_000;
    private static final int MEBIBYTE = 1 << 20;
    private static final int MOST_FILLING_MEBIBYTES = 8_192;

    private final Desk desk;
    private final DeskDatabase database;
    private final SmallDisk disk;
    private final Random random;

    Faults(Desk desk, SmallDisk disk, Random random) {
        this.desk = desk;
        this.database = new DeskDatabase(desk.folder());
        this.disk = disk;
        this.random = random;
    }

    boolean isPossible(FaultKind kind) {
        return kind != FaultKind.DISK_FULL || disk.isMounted();
    }

    /** Brings it about, and ends it where it does not end by itself. Returns whether it struck. */
    boolean strike(FaultKind kind) throws IOException, InterruptedException {
        switch (kind) {
            case APPLICATION_KILLED -> desk.kill();
            case SERVER_KILLED -> {
                List<ProcessHandle> servers = server().limit(1).toList();
                servers.forEach(ProcessHandle::destroyForcibly);
                return !servers.isEmpty();
            }
            case BACKEND_KILLED -> {
                List<ProcessHandle> backends = new ArrayList<>(
                        server().flatMap(ProcessHandle::children).toList());
                if (backends.isEmpty()) {
                    return false;
                }
                backends.get(random.nextInt(backends.size())).destroyForcibly();
            }
            case SERVER_PAUSED -> {
                List<ProcessHandle> all = server().flatMap(
                                server -> Stream.concat(Stream.of(server), server.descendants()))
                        .toList();
                signal("STOP", all);
                try {
                    hold();
                } finally {
                    signal("CONT", all);
                }
                return !all.isEmpty();
            }
            case CONNECTIONS_CUT -> {
                return database.cutConnections() > 0;
            }
            case DISK_FULL -> fillDisk();
        }
        return true;
    }

    private void fillDisk() throws IOException, InterruptedException {
        Path filling = desk.folder().resolve("filling");
        try {
            fill(filling);
            for (int i = 0; i < 4; i++) {
                hold(4);
                fill(filling);
            }
        } finally {
            Files.deleteIfExists(filling);
        }
    }

    /** To the last block: what others free is taken again at the next call. */
    private static void fill(Path file) throws IOException {
        for (int size : new int[] {MEBIBYTE, 4096}) {
            byte[] block = new byte[size];
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                for (int i = 0; i < MOST_FILLING_MEBIBYTES; i++) {
                    out.write(block);
                }
                throw new IllegalStateException("The disk is too large to fill");
            } catch (IOException full) {
                // That is what it is for.
            }
        }
    }

    private void hold() throws InterruptedException {
        hold(1);
    }

    private void hold(int part) throws InterruptedException {
        Thread.sleep((HELD_MILLIS + random.nextInt(HELD_MORE_MILLIS)) / part);
    }

    /** The server on the desk's own folder; a process that merely has its number is not it. */
    private Stream<ProcessHandle> server() {
        String folder = desk.folder().toString();
        return desk
                .postmaster()
                .flatMap(ProcessHandle::of)
                .filter(process -> Arrays.stream(process.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.startsWith(folder + "/")))
                .stream();
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        if (!processes.isEmpty()) {
            new ProcessBuilder(command).redirectErrorStream(true).start().waitFor(10, TimeUnit.SECONDS);
        }
    }
}
