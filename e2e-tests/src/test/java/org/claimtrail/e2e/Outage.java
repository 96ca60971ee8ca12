package org.claimtrail.e2e;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps a desk's database server down: kills it, and whatever the desk starts in its place, until closed. */
final class Outage implements AutoCloseable {

    private final Desk desk;
    private final AtomicInteger kills = new AtomicInteger();
    private final Thread killer;
    private volatile boolean over;

    private Outage(Desk desk) {
        this.desk = desk;
        this.killer = new Thread(this::keepDown, "outage");
    }

    static Outage of(Desk desk) {
        Outage outage = new Outage(desk);
        outage.kill();
        outage.killer.start();
        return outage;
    }

    int kills() {
        return kills.get();
    }

    @Override
    public void close() {
        over = true;
        try {
            killer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepDown() {
        while (!over) {
            kill();
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The file may still name a server that is gone, so only a process started on the desk's own folder is killed. */
    private void kill() {
        desk.postmaster().flatMap(ProcessHandle::of).filter(this::servesTheDesk).ifPresent(server -> {
            server.destroyForcibly();
            kills.incrementAndGet();
        });
    }

    private boolean servesTheDesk(ProcessHandle process) {
        String folder = desk.folder().toString();
        return Arrays.stream(process.info().arguments().orElse(new String[0]))
                .anyMatch(argument -> Path.of(argument).startsWith(folder));
    }
}
