package org.claimtrail.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.claimtrail.history.Facts;
import org.claimtrail.history.Merge;
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

    static final List<Merge.Part<VerdictText>> PARTS = List.of(
            Merge.part("ratingId", VerdictText::ratingId, "verdict.rating", "verdict.scale"),
            Merge.part("explanation", VerdictText::explanation, "verdict.explanation"),
            Merge.part("validAsOf", VerdictText::validAsOf, "verdict.valid-as-of"),
            Merge.part("reviewBy", VerdictText::reviewBy, "verdict.review-by"));

    /** A text without days. */
    public VerdictText(@Nullable Long ratingId, String explanation) {
        this(ratingId, explanation, null, null);
    }

    /** What a claim's facts say; of a claim without a verdict, nothing. */
    static VerdictText of(Facts facts, RatingRepository ratings) {
        String scale = facts.get("verdict.scale");
        String label = facts.get("verdict.rating");
        Long rating = scale == null || label == null
                ? null
                : ratings.findByScaleAndLabel(scale, label).map(Rating::id).orElse(null);
        return new VerdictText(
                rating,
                Objects.requireNonNullElse(facts.get("verdict.explanation"), ""),
                day(facts.get("verdict.valid-as-of")),
                day(facts.get("verdict.review-by")));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /** The two joined: for each field, the one's value that the merge keeps. */
    static VerdictText joined(Merge merge, VerdictText theirs, VerdictText mine) {
        return new VerdictText(
                merge.keepsTheirs("ratingId") ? theirs.ratingId : mine.ratingId,
                merge.keepsTheirs("explanation") ? theirs.explanation : mine.explanation,
                merge.keepsTheirs("validAsOf") ? theirs.validAsOf : mine.validAsOf,
                merge.keepsTheirs("reviewBy") ? theirs.reviewBy : mine.reviewBy);
    }

    /** Whether the days, where both are given, follow each other. */
    public static boolean inOrder(@Nullable LocalDate validAsOf, @Nullable LocalDate reviewBy) {
        return validAsOf == null || reviewBy == null || !reviewBy.isBefore(validAsOf);
    }
}
