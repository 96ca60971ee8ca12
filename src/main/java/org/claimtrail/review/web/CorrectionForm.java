package org.claimtrail.review.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.claim.Kind;
import org.claimtrail.claim.Wording;
import org.claimtrail.review.CorrectionKind;
import org.claimtrail.review.VerdictText;
import org.claimtrail.review.VerdictView;
import org.claimtrail.support.PlausibleDate;
import org.claimtrail.support.Readable;
import org.claimtrail.support.Storable;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** A change of a public verdict as typed. */
record CorrectionForm(
        @Nullable Integer base,

        @NotNull(message = "{review.rating.missing}") @Nullable
        Long ratingId,

        @Readable(message = "{review.explanation.blank}") @Storable(max = 20000)
        String explanation,

        @Readable(message = "{claim.wording.blank}") @Storable(max = 2000)
        String wording,

        @NotNull(message = "{review.correction.missing}") @Nullable
        CorrectionKind kind,

        @Readable(message = "{review.correction.reason.blank}") @Storable(max = 2000)
        String reason,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @PlausibleDate @Nullable
        LocalDate validAsOf,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @PlausibleDate @Nullable
        LocalDate reviewBy) {

    static CorrectionForm of(ClaimView claim, VerdictView verdict) {
        return new CorrectionForm(
                claim.revision(),
                verdict.ratingId(),
                verdict.explanation(),
                claim.wording(),
                null,
                "",
                verdict.validAsOf(),
                verdict.reviewBy());
    }

    VerdictText text() {
        return new VerdictText(ratingId, Texts.orEmpty(explanation), validAsOf, reviewBy);
    }

    /** The claim's wording as corrected; kind and claimant stay. */
    Wording words(ClaimView claim) {
        Kind same = claim.kind();
        return new Wording(
                Objects.requireNonNull(Texts.orNull(wording)), same, claim.claimantName(), claim.claimantRole());
    }
}
