package org.claimtrail.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A reader who asks for the public list again and again; an outage lasts from one good answer to the next. */
final class Probe implements AutoCloseable {

    private static final long PAUSE_MILLIS = 200;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final HttpRequest request;
    private final Thread thread = new Thread(this::ask, "probe");
    private final AtomicInteger goodInARow = new AtomicInteger();
    private volatile long lastGood = System.nanoTime();
    private volatile long longest;
    private volatile boolean over;

    private Probe(Desk desk) {
        this.request = HttpRequest.newBuilder(URI.create(desk.address() + "/verdicts"))
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(10))
                .build();
    }

    static Probe of(Desk desk) {
        Probe probe = new Probe(desk);
        probe.thread.start();
        return probe;
    }

    /** In seconds. */
    double longestOutage() {
        return longest / 1e9;
    }

    void forgets() {
        goodInARow.set(0);
    }

    /** Waits for a few good answers in a row; returns whether they came in time. */
    boolean waitUntilHealthy(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (goodInARow.get() < 3) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return true;
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        thread.join();
    }

    private void ask() {
        while (!over) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    long now = System.nanoTime();
                    longest = Math.max(longest, now - lastGood);
                    lastGood = now;
                    goodInARow.incrementAndGet();
                } else {
                    goodInARow.set(0);
                }
                Thread.sleep(PAUSE_MILLIS);
            } catch (IOException e) {
                goodInARow.set(0);
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            over = true;
        }
    }
}
