package org.claimtrail.review;

import java.util.List;
import java.util.Objects;
import org.claimtrail.history.Facts;
import org.claimtrail.history.Merge;
import org.jspecify.annotations.Nullable;

/** What a reviewer writes: the rating's number, if one is chosen yet, and the explanation, which may be empty. */
public record VerdictText(@Nullable Long ratingId, String explanation) {

    static final List<Merge.Part<VerdictText>> PARTS = List.of(
            Merge.part("ratingId", VerdictText::ratingId, "verdict.rating", "verdict.scale"),
            Merge.part("explanation", VerdictText::explanation, "verdict.explanation"));

    /** What a claim's facts say; of a claim without a verdict, nothing. */
    static VerdictText of(Facts facts, RatingRepository ratings) {
        String scale = facts.get("verdict.scale");
        String label = facts.get("verdict.rating");
        Long rating = scale == null || label == null
                ? null
                : ratings.findByScaleAndLabel(scale, label).map(Rating::id).orElse(null);
        return new VerdictText(rating, Objects.requireNonNullElse(facts.get("verdict.explanation"), ""));
    }

    /** The two joined: for each field, the one's value that the merge keeps. */
    static VerdictText joined(Merge merge, VerdictText theirs, VerdictText mine) {
        return new VerdictText(
                merge.keepsTheirs("ratingId") ? theirs.ratingId : mine.ratingId,
                merge.keepsTheirs("explanation") ? theirs.explanation : mine.explanation);
    }
}
