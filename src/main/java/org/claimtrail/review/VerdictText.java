package org.claimtrail.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer writes: the rating's number, if one is chosen yet, and the explanation, which may be empty.
 *
 * @param validAsOf the day that the verdict speaks of; null where it names none
 * @param reviewBy the day by which it is to be looked at again; null where there is none
 */
public record VerdictText(
        @Nullable Long ratingId,
        String explanation,
        @Nullable LocalDate validAsOf,
        @Nullable LocalDate reviewBy) {

    /** A text without days. */
    public VerdictText(@Nullable Long ratingId, String explanation) {
        this(ratingId, explanation, null, null);
    }

    /** Whether the days, where both are given, follow each other. */
    public static boolean inOrder(@Nullable LocalDate validAsOf, @Nullable LocalDate reviewBy) {
        return validAsOf == null || reviewBy == null || !reviewBy.isBefore(validAsOf);
    }
}
