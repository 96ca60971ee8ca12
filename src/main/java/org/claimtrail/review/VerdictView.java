package org.claimtrail.review;

import java.text.BreakIterator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A claim's verdict, draft or public, as pages show it. */
public record VerdictView(
        @Nullable Long ratingId,
        @Nullable String ratingCode,
        @Nullable String ratingLabel,
        @Nullable RatingKind ratingKind,
        String explanation,
        @Nullable String firstReviewerName,
        @Nullable Instant publishedAt,
        Instant modifiedAt,
        @Nullable CorrectionKind correctionKind,
        @Nullable String correctionNote,
        int version,
        @Nullable Second second,
        @Nullable LocalDate validAsOf,
        @Nullable LocalDate reviewBy) {

    /**
     * The second review of a public verdict.
     *
     * @param adjudicatorName who decided between two ratings; null where nobody had to
     */
    public record Second(
            String name,
            boolean agreed,
            @Nullable String adjudicatorName,
            @Nullable String adjudicationReason) {}

    /** What a claim without a draft has, and what is shown of one that its reader must not see. */
    public static VerdictView none() {
        return new VerdictView(null, null, null, null, "", null, null, Instant.EPOCH, null, null, -1, null, null, null);
    }

    /** The explanation's first sentence or line: the why in one glance. */
    public String summary() {
        String first = explanation.strip().lines().findFirst().orElse("");
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(first);
        sentences.first();
        int end = sentences.next();
        return end == BreakIterator.DONE ? first : first.substring(0, end).strip();
    }
}
