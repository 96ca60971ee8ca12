package org.claimtrail.review;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.claimtrail.account.Actor;
import org.claimtrail.history.Facts;
import org.jspecify.annotations.Nullable;

/** A rating with its explanation: a draft until it is published. */
@Entity
class Verdict {

    @Id
    private long claimId;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "rating_scale_id")
    private RatingScale scale;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "rating_id")
    private @Nullable Rating rating;

    private String explanation;
    private @Nullable Long firstReviewerId;
    private @Nullable String firstReviewerName;
    private @Nullable Instant publishedAt;
    private Instant modifiedAt;
    private @Nullable CorrectionKind correctionKind;
    private @Nullable String correctionNote;
    private @Nullable Long secondReviewerId;
    private @Nullable String secondReviewerName;
    private @Nullable Boolean secondAgreed;
    private @Nullable String adjudicatorName;
    private @Nullable String adjudicationReason;
    private @Nullable LocalDate validAsOf;
    private @Nullable LocalDate reviewBy;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Verdict() {}

    Verdict(long claimId, RatingScale scale, Instant now) {
        this.claimId = claimId;
        this.scale = scale;
        this.explanation = "";
        this.modifiedAt = now;
    }

    void write(@Nullable Rating newRating, String newExplanation, Instant now) {
        if (secondAgreed != null && rating != null && newRating != null && rating.id() != newRating.id()) {
            secondAgreed = false;
        }
        rating = newRating;
        if (newRating != null) {
            scale = newRating.scale();
        }
        explanation = newExplanation;
        modifiedAt = now;
    }

    /** Sets the day that the verdict speaks of, and the one by which it is to be looked at again. */
    void date(@Nullable LocalDate newValidAsOf, @Nullable LocalDate newReviewBy) {
        validAsOf = newValidAsOf;
        reviewBy = newReviewBy;
    }

    /** Publishes without a second review. */
    void publish(Actor reviewer, Instant now) {
        publish(reviewer.accountId(), reviewer.name(), now);
    }

    /** Publishes what the second reviewer rated the same. */
    void publishTwice(long firstId, String firstName, Actor second, Instant now) {
        publish(firstId, firstName, now);
        secondReviewerId = second.accountId();
        secondReviewerName = second.name();
        secondAgreed = true;
    }

    /** Publishes what somebody decided between two ratings. */
    void publishDecided(SecondReview two, Actor adjudicator, String reason, Instant now) {
        publish(two.firstReviewerId(), two.firstReviewerName(), now);
        secondReviewerId = two.secondReviewerId();
        secondReviewerName = two.secondReviewerName();
        secondAgreed = false;
        adjudicatorName = adjudicator.name();
        adjudicationReason = reason;
    }

    private void publish(long firstId, String firstName, Instant now) {
        firstReviewerId = firstId;
        firstReviewerName = firstName;
        publishedAt = now;
        modifiedAt = now;
    }

    void correct(CorrectionKind kind, String note, Instant now) {
        correctionKind = kind;
        correctionNote = note;
        modifiedAt = now;
    }

    Facts facts() {
        return Facts.builder()
                .with("verdict.scale", rating == null ? null : scale.reference())
                .with("verdict.rating", rating == null ? null : rating.label())
                .with("verdict.explanation", explanation)
                .with("verdict.reviewer", firstReviewerName)
                .with("verdict.second-reviewer", secondReviewerName)
                .with("verdict.second-agreed", Boolean.TRUE.equals(secondAgreed))
                .with("verdict.adjudicator", adjudicatorName)
                .with("verdict.adjudication", adjudicationReason)
                .with("verdict.valid-as-of", validAsOf)
                .with("verdict.review-by", reviewBy)
                .with("verdict.published", publishedAt)
                .with("verdict.correction", correctionKind)
                .with("verdict.correction.note", correctionNote)
                .build();
    }

    @Nullable
    Rating rating() {
        return rating;
    }

    RatingScale scale() {
        return scale;
    }

    String explanation() {
        return explanation;
    }

    VerdictText text() {
        return new VerdictText(rating == null ? null : rating.id(), explanation, validAsOf, reviewBy);
    }
}
