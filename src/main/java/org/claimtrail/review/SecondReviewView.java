package org.claimtrail.review;

import java.time.Instant;
import java.util.List;
import org.claimtrail.account.Actor;
import org.claimtrail.review.ReviewCatalog.RatingOption;
import org.jspecify.annotations.Nullable;

/**
 * A submitted draft as pages show it. Of the first rating it holds nothing: that stands in the draft, which is veiled.
 *
 * @param scale the labels of the scale that the draft is rated on
 * @param second the second rating; null until it is given
 */
public record SecondReviewView(
        long firstReviewerId,
        String firstReviewerName,
        Instant submittedAt,
        List<RatingOption> scale,
        @Nullable Given second) {

    /** What the second reviewer gave. */
    public record Given(long reviewerId, String reviewerName, RatingOption rating, String explanation, Instant at) {}

    public boolean given() {
        return second != null;
    }

    /** Whether the reader is one of the two, who may only settle for the other's rating. */
    public boolean oneOfTheTwo(Actor reader) {
        return reader.is(firstReviewerId) || (second != null && reader.is(second.reviewerId()));
    }
}
