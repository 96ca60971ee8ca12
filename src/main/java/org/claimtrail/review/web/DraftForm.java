package org.claimtrail.review.web;

import org.claimtrail.review.VerdictText;
import org.claimtrail.support.Storable;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;

/** A draft verdict as typed. */
record DraftForm(
        @Nullable Integer version,
        @Nullable Long ratingId,
        @Storable(max = 20000) @Nullable String explanation) {

    VerdictText text() {
        return new VerdictText(ratingId, Texts.orEmpty(explanation));
    }

    /** The version that was edited; one that never was where the form names none. */
    int editedVersion() {
        return version == null ? Integer.MIN_VALUE : version;
    }
}
