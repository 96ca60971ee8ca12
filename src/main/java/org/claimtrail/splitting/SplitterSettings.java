package org.claimtrail.splitting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a desk may set.
 *
 * @param published the day the article appeared, against which "Friday" or "next week" are resolved; null where unknown
 * @param threshold score from which a claim counts as worth checking, 0 to 1
 */
public record SplitterSettings(@Nullable LocalDate published, double threshold) {

    private static final double DEFAULT_THRESHOLD = 0.5;

    public SplitterSettings {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold is not between 0 and 1: " + threshold);
        }
    }

    /** No publication day, the threshold a new desk starts with. */
    public static SplitterSettings defaults() {
        return new SplitterSettings(null, DEFAULT_THRESHOLD);
    }
}
