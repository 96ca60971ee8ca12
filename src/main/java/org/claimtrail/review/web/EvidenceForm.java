package org.claimtrail.review.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.claimtrail.review.EvidenceText;
import org.claimtrail.review.EvidenceView;
import org.claimtrail.review.Stance;
import org.claimtrail.source.SourceDetails;
import org.claimtrail.support.PlausibleDate;
import org.claimtrail.support.Readable;
import org.claimtrail.support.Storable;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** A source and its use as typed. */
record EvidenceForm(
        @Nullable Integer base,
        @Nullable String address,

        @Readable(message = "{review.evidence.title.blank}") @Storable(max = 300)
        String title,

        @Storable(max = 200) @Nullable String publisher,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @PlausibleDate @Nullable
        LocalDate publishedOn,

        @NotNull(message = "{review.evidence.stance.missing}") @Nullable
        Stance stance,

        @Storable(max = 10000) @Nullable String quotedPassage,
        @Storable(max = 5000) @Nullable String note,
        @Storable(max = 2000) @Nullable String reason) {

    static EvidenceForm empty() {
        return new EvidenceForm(null, null, "", null, null, null, null, null, null);
    }

    /** @param base the revision of the claim that the piece is shown at */
    static EvidenceForm of(EvidenceView piece, int base) {
        return new EvidenceForm(
                base,
                piece.address(),
                piece.title(),
                piece.publisher(),
                piece.publishedOn(),
                piece.stance(),
                piece.quotedPassage(),
                piece.note(),
                null);
    }

    SourceDetails details() {
        return new SourceDetails(Objects.requireNonNull(Texts.orNull(title)), Texts.orNull(publisher), publishedOn);
    }

    EvidenceText text() {
        return new EvidenceText(Objects.requireNonNull(stance), Texts.orEmpty(quotedPassage), Texts.orEmpty(note));
    }
}
