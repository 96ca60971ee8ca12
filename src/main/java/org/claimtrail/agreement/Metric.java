package org.claimtrail.agreement;

/**
 * How far two labels lie apart: the difference functions of Krippendorff, K. (2011), "Computing Krippendorff's
 * Alpha-Reliability", University of Pennsylvania.
 */
public enum Metric {
    /** Labels are the same, distance 0, or they are not, distance 1. */
    NOMINAL {
        @Override
        double squared(double[] totals, int one, int other) {
            return one == other ? 0 : 1;
        }
    },
    /**
     * Labels have an order, that of their numbers. Their distance is the count of values between them, those at both ends
     * counted half: (n_c + … + n_k − (n_c + n_k) / 2)².
     */
    ORDINAL {
        @Override
        double squared(double[] totals, int one, int other) {
            double between = 0;
            for (int label = Math.min(one, other); label <= Math.max(one, other); label++) {
                between += totals[label];
            }
            double distance = between - (totals[one] + totals[other]) / 2;
            return one == other ? 0 : distance * distance;
        }
    };

    /**
     * The squared distance of two labels.
     *
     * @param totals how often each label was given, over all units that count
     */
    abstract double squared(double[] totals, int one, int other);
}
