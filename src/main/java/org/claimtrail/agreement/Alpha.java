package org.claimtrail.agreement;

import org.jspecify.annotations.Nullable;

/**
 * Krippendorff's alpha: 1 where coders always agree, 0 where they agree as often as chance would have them, below 0 where
 * they agree less than that. Any number of coders, values may be missing.
 *
 * <p>alpha = 1 − (n − 1) · Σ o_ck δ²_ck / Σ n_c n_k δ²_ck, both sums over c &lt; k, with the coincidences o_ck, the
 * label totals n_c and their sum n. Source: Krippendorff, K. (2011), "Computing Krippendorff's Alpha-Reliability",
 * University of Pennsylvania, sections C and D.
 *
 * @param value null where alpha is not defined, never a number in its place
 * @param undefined why it is not defined; null where it is
 * @param units how many units have two values or more: only those count
 * @param alone how many units have a single value, which is left out
 */
public record Alpha(@Nullable Double value, @Nullable Undefined undefined, int units, int alone) {

    /** Why there is no alpha. */
    public enum Undefined {
        /** No unit has two values. */
        NO_PAIRS,
        /** All values are the same label: what chance alone would bring cannot be told from agreement. */
        ONE_LABEL
    }

    static Alpha of(Coincidences found, Metric metric) {
        if (found.units() == 0) {
            return new Alpha(null, Undefined.NO_PAIRS, 0, found.alone());
        }
        double[] totals = found.totals();
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < totals.length; c++) {
            for (int k = c + 1; k < totals.length; k++) {
                double distance = metric.squared(totals, c, k);
                observed += found.cell(c, k) * distance;
                expected += totals[c] * totals[k] * distance;
            }
        }
        if (expected == 0) {
            return new Alpha(null, Undefined.ONE_LABEL, found.units(), found.alone());
        }
        return new Alpha(1 - (found.values() - 1) * observed / expected, null, found.units(), found.alone());
    }
}
