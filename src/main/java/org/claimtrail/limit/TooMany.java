package org.claimtrail.limit;

import java.time.Duration;

/** A limit is used up: answered with 429. */
public class TooMany extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Limit limit;
    private final Duration wait;
    private final boolean first;

    TooMany(Limit limit, Duration wait, boolean first) {
        super(limit.code());
        this.limit = limit;
        this.wait = wait;
        this.first = first;
    }

    public Limit limit() {
        return limit;
    }

    /** Seconds until it may be tried again, at least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** Whether nobody has been told of this limit and this subject for a while, so that a log need not repeat itself. */
    public boolean first() {
        return first;
    }
}
