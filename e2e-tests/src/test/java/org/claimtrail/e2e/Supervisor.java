package org.claimtrail.e2e;

import java.util.concurrent.atomic.AtomicInteger;

/** Starts a desk's program again whenever it has ended, as a service manager does. It touches nothing else. */
final class Supervisor implements AutoCloseable {

    private static final long LOOK_MILLIS = 500;

    private final Desk desk;
    private final AtomicInteger starts = new AtomicInteger();
    private final Thread thread = new Thread(this::watch, "supervisor");
    private volatile boolean over;

    private Supervisor(Desk desk) {
        this.desk = desk;
    }

    static Supervisor of(Desk desk) {
        Supervisor supervisor = new Supervisor(desk);
        supervisor.thread.start();
        return supervisor;
    }

    int starts() {
        return starts.get();
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
    }

    private void watch() {
        while (!over) {
            try {
                Thread.sleep(LOOK_MILLIS);
                if (!over && !desk.isAlive()) {
                    starts.incrementAndGet();
                    desk.restart();
                }
            } catch (InterruptedException e) {
                return;
            } catch (IllegalStateException e) {
                // It did not start; it is tried again.
            }
        }
    }
}
