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
        @Nullable Integer base,
        @Nullable Long ratingId,
        @Storable(max = 20000) @Nullable String explanation,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @PlausibleDate @Nullable
        LocalDate validAsOf,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @PlausibleDate @Nullable
        LocalDate reviewBy) {

    static DraftForm of(ClaimPage page) {
        return new DraftForm(
                page.claim().revision(),
                page.verdict().ratingId(),
                page.verdict().explanation(),
                page.verdict().validAsOf(),
                page.verdict().reviewBy());
    }

    VerdictText text() {
        return new VerdictText(ratingId, Texts.orEmpty(explanation), validAsOf, reviewBy);
    }
}
