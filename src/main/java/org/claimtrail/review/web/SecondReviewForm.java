package org.claimtrail.review.web;

import jakarta.validation.constraints.NotNull;
import org.claimtrail.review.VerdictText;
import org.claimtrail.support.Readable;
import org.claimtrail.support.Storable;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;

/** A second rating as typed. */
record SecondReviewForm(
        @NotNull(message = "{review.rating.missing}") @Nullable
        Long ratingId,

        @Readable(message = "{review.explanation.blank}") @Storable(max = 20000)
        String explanation) {

    static SecondReviewForm empty() {
        return new SecondReviewForm(null, "");
    }

    VerdictText text() {
        return new VerdictText(ratingId, Texts.orEmpty(explanation));
    }
}
