package org.claimtrail.review.web;

import org.claimtrail.review.VerdictText;
import org.claimtrail.support.Storable;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;

/** A draft verdict as typed. */
record DraftForm(
        @Nullable Integer base,
        @Nullable Long ratingId,
        @Storable(max = 20000) @Nullable String explanation) {

    static DraftForm of(ClaimPage page) {
        return new DraftForm(
                page.claim().revision(),
                page.verdict().ratingId(),
                page.verdict().explanation());
    }

    VerdictText text() {
        return new VerdictText(ratingId, Texts.orEmpty(explanation));
    }
}
