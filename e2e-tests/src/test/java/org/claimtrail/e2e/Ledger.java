package org.claimtrail.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What was asked of a desk, and what it answered: each write has a marker of its own. */
final class Ledger {

    enum Kind {
        IMPORT,
        EVIDENCE,
        COMMENT,
        DRAFT,
        PUBLICATION
    }

    /**
     * One write.
     *
     * @param claim its claim; empty for an import
     */
    record Write(Kind kind, String marker, String claim, int number) {}

    private final AtomicInteger numbers = new AtomicInteger();
    private final ConcurrentMap<String, Write> attempted = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Write> acknowledged = new ConcurrentHashMap<>();

    /** To be called before the write is sent. */
    Write attempts(Kind kind, String claim) {
        int number = numbers.incrementAndGet();
        Write write = new Write(
                kind, "marker-%06d-%s".formatted(number, kind.name().toLowerCase(Locale.ROOT)), claim, number);
        attempted.put(write.marker(), write);
        return write;
    }

    /** To be called when the desk answered that it was done. */
    void acknowledges(Write write) {
        acknowledged.put(write.marker(), write);
    }

    boolean isAcknowledged(Write write) {
        return acknowledged.containsKey(write.marker());
    }

    /** Those acknowledged so far. */
    List<Write> acknowledged() {
        return List.copyOf(acknowledged.values());
    }

    int acknowledgedCount() {
        return acknowledged.size();
    }

    int attemptedCount() {
        return attempted.size();
    }

    /** All writes of some kinds, in the order of their numbers, which within a claim is that in which they were sent. */
    List<Write> all(Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        List<Write> writes = new ArrayList<>(attempted.values());
        writes.removeIf(write -> !wanted.contains(write.kind()));
        writes.sort((one, other) -> Integer.compare(one.number(), other.number()));
        return writes;
    }
}
