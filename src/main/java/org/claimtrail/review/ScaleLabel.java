package org.claimtrail.review;

import org.jspecify.annotations.Nullable;

/**
 * A label of a rating scale, as a version of the scale has it or is to have it.
 *
 * @param code stays with the label when it is renamed; null for a new one
 * @param value for an ordered label: 1 is the worst, the number of ordered labels the best; null for the others
 */
public record ScaleLabel(
        @Nullable String code,
        String label,
        RatingKind kind,
        @Nullable Integer value) {}
