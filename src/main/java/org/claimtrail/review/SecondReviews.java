package org.claimtrail.review;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.claimtrail.account.Actor;
import org.claimtrail.claim.Claim;
import org.claimtrail.claim.ClaimVerb;
import org.claimtrail.notification.NotificationKind;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The blind second review. A submitted draft waits, unchanged and unread, for the rating of somebody who never had the
 * claim. The same rating publishes it; different ones are shown to both and decided with a reason.
 */
@Service
public class SecondReviews {

    private final Reviews reviews;
    private final SecondReviewRepository seconds;
    private final SecondReviewRules rules;
    private final VerdictRepository verdicts;
    private final RatingRepository ratings;
    private final Tellings tellings;
    private final Clock clock;

    SecondReviews(
            Reviews reviews,
            SecondReviewRepository seconds,
            SecondReviewRules rules,
            VerdictRepository verdicts,
            RatingRepository ratings,
            Tellings tellings,
            Clock clock) {
        this.reviews = reviews;
        this.seconds = seconds;
        this.rules = rules;
        this.verdicts = verdicts;
        this.ratings = ratings;
        this.tellings = tellings;
        this.clock = clock;
    }

    /**
     * Hands the draft to another reviewer; doing it twice changes nothing.
     *
     * @throws Refused where something is missing to publish it, or its scale is not reviewed twice
     */
    @Transactional
    public void submit(Actor reviewer, long claimId) {
        reviews.change(reviewer, claimId, "submitted", null, claim -> {
            if (reviewer.is(claim.assigneeId()) && seconds.current(claimId).isPresent()) {
                return;
            }
            claim.require(ClaimVerb.SUBMIT);
            Reviews.requireAssignee(claim, reviewer);
            reviews.refuseUnpublishable(claim);
            Verdict draft = verdicts.findById(claimId).orElseThrow();
            if (rules.of(draft.scale()) == SecondReviewRule.OFF) {
                throw new Refused("review.refused.second-off");
            }
            Instant now = clock.instant();
            seconds.save(new SecondReview(
                    claimId, reviewer, Objects.requireNonNull(draft.rating()), draft.explanation(), now));
            claim.submit(now);
            tellings.tellSecondReviewers(claim, NotificationKind.SECOND_REVIEW_WANTED, reviewer);
        });
    }

    /** Takes the draft back, as long as nobody rated the claim too; its author or an admin may. */
    @Transactional
    public void recall(Actor actor, long claimId) {
        reviews.change(actor, claimId, "recalled", null, claim -> {
            claim.require(ClaimVerb.RECALL);
            if (!actor.is(claim.assigneeId()) && !actor.admin()) {
                throw new Refused("claim.refused.not-assignee");
            }
            SecondReview open = seconds.current(claimId).orElseThrow();
            if (open.given()) {
                throw new Refused("review.refused.given-already", open.secondReviewerName());
            }
            Instant now = clock.instant();
            open.recall(now);
            claim.recall(now);
            tellings.tell(claim, NotificationKind.RECALLED, actor, open.firstReviewerId());
            tellings.tellSecondReviewers(claim, NotificationKind.RECALLED, actor);
        });
    }

    /**
     * Gives the second rating, without having seen the first.
     *
     * @return whether it is the same, and the verdict public with it
     * @throws Refused where this person had the claim, declared an interest, or somebody was faster
     */
    @Transactional
    public boolean rate(Actor reviewer, long claimId, VerdictText text) {
        boolean[] agreed = new boolean[1];
        reviews.change(reviewer, claimId, null, claim -> {
            claim.require(ClaimVerb.RATE_SECOND);
            SecondReview open = seconds.current(claimId).orElseThrow();
            if (open.given()) {
                throw new Refused("review.refused.given-already", open.secondReviewerName());
            }
            String obstacle = rules.obstacle(claimId, reviewer);
            if (obstacle != null) {
                throw new Refused(obstacle);
            }
            refuseHidden(claim);
            Instant now = clock.instant();
            agreed[0] = open.give(reviewer, rating(open, text), text.explanation(), now);
            if (!agreed[0]) {
                tellings.tell(claim, NotificationKind.DISAGREEMENT, reviewer, open.firstReviewerId());
                return "second_rating_given";
            }
            verdicts.findById(claimId)
                    .orElseThrow()
                    .publishTwice(open.firstReviewerId(), open.firstReviewerName(), reviewer, now);
            claim.publishAfterSecondReview(ClaimVerb.RATE_SECOND, now);
            tellings.tell(claim, NotificationKind.SECOND_REVIEW_DONE, reviewer, open.firstReviewerId());
            return "published_after_second_review";
        });
        return agreed[0];
    }

    /**
     * Decides between two ratings, and publishes. Each of the two may only settle for the other's rating; a third person
     * without an interest may choose any of the scale.
     */
    @Transactional
    public void adjudicate(Actor actor, long claimId, VerdictText text, String reason) {
        reviews.change(actor, claimId, reason, claim -> {
            claim.require(ClaimVerb.ADJUDICATE);
            SecondReview open = seconds.current(claimId).orElseThrow();
            if (!open.differs()) {
                throw new Refused("review.refused.nothing-to-decide");
            }
            if (rules.interested(claimId, actor)) {
                throw new Refused("review.second.obstacle.interest");
            }
            refuseHidden(claim);
            Rating decided = rating(open, text);
            Rating others = open.ratingToConcede(actor);
            if (others != null && others.id() != decided.id()) {
                throw new Refused("review.refused.own-rating", others.label());
            }
            Instant now = clock.instant();
            Verdict verdict = verdicts.findById(claimId).orElseThrow();
            verdict.write(decided, text.explanation(), now);
            verdict.publishDecided(open, actor, reason, now);
            open.adjudicate(actor, decided, reason, now);
            claim.publishAfterSecondReview(ClaimVerb.ADJUDICATE, now);
            tellings.tell(claim, NotificationKind.PUBLISHED, actor, open.firstReviewerId(), open.secondReviewerId());
            return "published_after_adjudication";
        });
    }

    private Rating rating(SecondReview open, VerdictText text) {
        if (text.ratingId() == null) {
            throw new Refused("review.rating.missing");
        }
        if (text.explanation().isBlank()) {
            throw new Refused("review.explanation.blank");
        }
        return find(text.ratingId(), open.scale());
    }

    private Rating find(@Nullable Long id, RatingScale scale) {
        return ratings.findById(Objects.requireNonNull(id))
                .filter(rating -> rating.scale().id() == scale.id())
                .orElseThrow(() -> new Refused("review.refused.no-such-rating"));
    }

    private static void refuseHidden(Claim claim) {
        if (claim.hidden()) {
            throw new Refused("review.refused.hidden");
        }
    }
}
