package org.claimtrail.measuring;

import org.jspecify.annotations.Nullable;

/**
 * One number measured on one data set.
 *
 * @param set name of the data set
 * @param measure what is measured, unique within the set
 * @param value the number
 * @param goal what the number should reach, or null where it is only reported
 * @param upward whether more is better; if not, the goal is a ceiling
 */
record Figure(
        String set, String measure, double value, @Nullable Double goal, boolean upward) {

    /** A figure that should be at least its goal. */
    static Figure atLeast(String set, String measure, double value, double goal) {
        return new Figure(set, measure, value, goal, true);
    }

    /** A figure that should be at most its goal. */
    static Figure atMost(String set, String measure, double value, double goal) {
        return new Figure(set, measure, value, goal, false);
    }

    /** A figure without a goal. */
    static Figure plain(String set, String measure, double value) {
        return new Figure(set, measure, value, null, true);
    }

    boolean isReached() {
        return goal == null || (upward ? value >= goal : value <= goal);
    }
}
