package org.claimtrail.review.web;

import jakarta.validation.constraints.NotNull;
import org.claimtrail.review.VerdictText;
import org.claimtrail.support.Readable;
import org.claimtrail.support.Storable;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;

/** A decision between two ratings as typed. */
record AdjudicationForm(
        @NotNull(message = "{review.rating.missing}") @Nullable
        Long ratingId,

        @Readable(message = "{review.explanation.blank}") @Storable(max = 20000)
        String explanation,

        @Readable(message = "{review.adjudication.reason.blank}") @Storable(max = 2000)
        String reason) {

    /** @param explanation of the first reviewer, to start from */
    static AdjudicationForm of(String explanation) {
        return new AdjudicationForm(null, explanation, "");
    }

    VerdictText text() {
        return new VerdictText(ratingId, Texts.orEmpty(explanation));
    }
}
