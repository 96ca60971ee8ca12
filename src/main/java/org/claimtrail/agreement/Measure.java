package org.claimtrail.agreement;

import org.jspecify.annotations.Nullable;

/**
 * An alpha with the 95 % interval of {@link Bootstrap}.
 *
 * @param interval null where there is none
 */
public record Measure(Alpha alpha, @Nullable Interval interval) {

    /** With fewer units alpha has no reading and no interval: so few can agree or differ by chance. */
    public static final int FEWEST_UNITS = 10;

    static Measure of(ConfusionMatrix matrix, Metric metric) {
        return new Measure(matrix.alpha(metric), Bootstrap.interval(matrix, metric));
    }

    public boolean tooFew() {
        return alpha.units() < FEWEST_UNITS;
    }

    /** @return null where alpha is not defined, or over too few units to be read */
    public @Nullable Reading reading() {
        return alpha.value() == null || tooFew() ? null : Reading.of(alpha.value());
    }

    /** Whether the low end of the interval would be read otherwise than alpha itself. */
    public boolean doubtful() {
        return interval != null && Reading.of(interval.low()) != reading();
    }
}
