package org.claimtrail.review.web;

import java.time.LocalDate;
import org.claimtrail.review.VerdictText;
import org.claimtrail.support.PlausibleDate;
import org.claimtrail.support.Storable;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** A draft verdict as typed. */
record DraftForm(
        @Nullable Integer version,
        @Nullable Long ratingId,
        @Storable(max = 20000) @Nullable String explanation,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @PlausibleDate @Nullable
        LocalDate validAsOf,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @PlausibleDate @Nullable
        LocalDate reviewBy) {

    VerdictText text() {
        return new VerdictText(ratingId, Texts.orEmpty(explanation), validAsOf, reviewBy);
    }

    /** The version that was edited; one that never was where the form names none. */
    int editedVersion() {
        return version == null ? Integer.MIN_VALUE : version;
    }
}
