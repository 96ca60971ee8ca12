package org.claimtrail.review;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Objects;
import org.claimtrail.account.Actor;
import org.claimtrail.history.Facts;
import org.jspecify.annotations.Nullable;

/**
 * One submission of a draft: the first rating, the second one given without knowing it, and where they differ the
 * decision between them.
 */
@Entity
class SecondReview {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long claimId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "rating_scale_id")
    private RatingScale scale;

    private Instant submittedAt;
    private long firstReviewerId;
    private String firstReviewerName;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "first_rating_id")
    private Rating firstRating;

    private String firstExplanation;
    private @Nullable Long secondReviewerId;
    private @Nullable String secondReviewerName;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "second_rating_id")
    private @Nullable Rating secondRating;

    private @Nullable String secondExplanation;
    private @Nullable Instant givenAt;
    private @Nullable Long adjudicatorId;
    private @Nullable String adjudicatorName;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "final_rating_id")
    private @Nullable Rating finalRating;

    private @Nullable String adjudicationReason;
    private @Nullable Instant adjudicatedAt;
    private @Nullable Instant recalledAt;

    @SuppressWarnings("NullAway.Init")
    protected SecondReview() {}

    SecondReview(long claimId, Actor first, Rating rating, String explanation, Instant now) {
        this.claimId = claimId;
        this.scale = rating.scale();
        this.submittedAt = now;
        this.firstReviewerId = first.accountId();
        this.firstReviewerName = first.name();
        this.firstRating = rating;
        this.firstExplanation = explanation;
    }

    void recall(Instant now) {
        recalledAt = now;
    }

    /** @return whether the second rating is the first one */
    boolean give(Actor second, Rating rating, String explanation, Instant now) {
        secondReviewerId = second.accountId();
        secondReviewerName = second.name();
        secondRating = rating;
        secondExplanation = explanation;
        givenAt = now;
        return rating.id() == firstRating.id();
    }

    void adjudicate(Actor actor, Rating rating, String reason, Instant now) {
        adjudicatorId = actor.accountId();
        adjudicatorName = actor.name();
        finalRating = rating;
        adjudicationReason = reason;
        adjudicatedAt = now;
    }

    boolean given() {
        return givenAt != null;
    }

    boolean differs() {
        return secondRating != null && secondRating.id() != firstRating.id();
    }

    /**
     * The rating that one of the two may settle the difference with: the other's, since nobody decides for their own.
     * Null for a third person, who may choose any.
     */
    @Nullable
    Rating ratingToConcede(Actor actor) {
        if (actor.is(firstReviewerId)) {
            return secondRating;
        }
        return actor.is(secondReviewerId) ? firstRating : null;
    }

    /** What the history keeps of the second rating, from when it is given. */
    Facts facts() {
        if (secondRating == null) {
            return Facts.NONE;
        }
        return Facts.builder()
                .with("second.reviewer", secondReviewerName)
                .with("second.rating", secondRating.label())
                .with("second.explanation", secondExplanation)
                .build();
    }

    RatingScale scale() {
        return scale;
    }

    long firstReviewerId() {
        return firstReviewerId;
    }

    String firstReviewerName() {
        return firstReviewerName;
    }

    long secondReviewerId() {
        return Objects.requireNonNull(secondReviewerId);
    }

    String secondReviewerName() {
        return Objects.requireNonNull(secondReviewerName);
    }
}
