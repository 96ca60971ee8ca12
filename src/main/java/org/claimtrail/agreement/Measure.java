package org.claimtrail.agreement;

import org.jspecify.annotations.Nullable;

/**
 * An alpha with the 95 % interval of {@link Bootstrap}.
 *
 * @param interval null where there is none
 */
public record Measure(Alpha alpha, @Nullable Interval interval) {

    static Measure of(ConfusionMatrix matrix, Metric metric) {
        return new Measure(matrix.alpha(metric), Bootstrap.interval(matrix, metric));
    }

    /** @return null where alpha is not defined */
    public @Nullable Reading reading() {
        return alpha.value() == null ? null : Reading.of(alpha.value());
    }

    /** Whether the low end of the interval would be read otherwise than alpha itself. */
    public boolean doubtful() {
        return interval != null && Reading.of(interval.low()) != reading();
    }
}
