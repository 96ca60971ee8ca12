package org.claimtrail.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrail.account.Actor;
import org.claimtrail.claim.ClaimVerb;
import org.claimtrail.claim.Wording;
import org.claimtrail.history.Facts;
import org.claimtrail.history.History;
import org.claimtrail.support.Coded;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings back what a claim, its evidence and its verdict said at an earlier revision, as a new revision. State, assignee
 * and moderation stay as they are; on a public verdict it is a correction.
 */
@Service
public class Restorations {

    private static final Set<String> CONTENT = Set.of(
            "verdict.scale", "verdict.rating", "verdict.explanation", "verdict.valid-as-of", "verdict.review-by");

    private final Reviews reviews;
    private final EvidenceRepository evidence;
    private final VerdictRepository verdicts;
    private final RatingRepository ratings;
    private final SecondReviewRules rules;
    private final History history;
    private final Clock clock;

    Restorations(
            Reviews reviews,
            EvidenceRepository evidence,
            VerdictRepository verdicts,
            RatingRepository ratings,
            SecondReviewRules rules,
            History history,
            Clock clock) {
        this.reviews = reviews;
        this.evidence = evidence;
        this.verdicts = verdicts;
        this.ratings = ratings;
        this.rules = rules;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Restores a revision.
     *
     * @throws Refused where the claim cannot be changed in its state, the revision had no verdict to show readers, or
     *     nothing would change
     */
    @Transactional
    public void restore(Actor actor, long claimId, int number, String reason) {
        Facts then = history.at(claimId, number);
        boolean changed = reviews.change(actor, claimId, "restored", reason, claim -> {
            boolean isPublic = claim.state().isPublic();
            claim.require(isPublic ? ClaimVerb.CORRECT : ClaimVerb.REWORD);
            if (isPublic && then.get("verdict.published") == null) {
                throw new Refused("review.refused.not-published-then");
            }
            Facts now = reviews.facts(claim);
            Instant at = clock.instant();
            Wording words = words(then);
            restoreEvidence(claimId, then);
            // A draft is its author's: somebody else who restores an earlier wording leaves it as it is.
            boolean rerated = (isPublic || actor.is(claim.assigneeId())) && restoreVerdict(claimId, then, isPublic, at);
            if (isPublic && rerated) {
                rules.refuseRating(
                        actor, verdicts.findById(claimId).orElseThrow().scale());
            }
            if (isPublic) {
                if (content(now).equals(content(reviews.facts(claim)))
                        && claim.wording().equals(words)) {
                    throw new Refused("review.refused.nothing-changed");
                }
                verdicts.findById(claimId)
                        .orElseThrow()
                        .correct(rerated ? CorrectionKind.RATING : CorrectionKind.NON_RATING, reason, at);
                claim.correct(words, at);
            } else {
                claim.reword(words, at);
            }
        });
        if (!changed) {
            throw new Refused("review.refused.nothing-changed");
        }
    }

    private static Wording words(Facts then) {
        return Wording.of(then);
    }

    private void restoreEvidence(long claimId, Facts then) {
        // All go before any comes back: the same evidence may have been removed and attached again since.
        List<Evidence> pieces = evidence.findByClaim(claimId);
        pieces.forEach(Evidence::remove);
        evidence.flush();
        for (Evidence piece : pieces) {
            String name = "evidence." + piece.id() + ".";
            String stance = then.get(name + "stance");
            if (stance != null) {
                piece.putBack(new EvidenceText(
                        Coded.of(Stance.class, stance),
                        Objects.requireNonNullElse(then.get(name + "quote"), ""),
                        Objects.requireNonNullElse(then.get(name + "note"), "")));
            }
        }
        evidence.flush();
    }

    /** Whether the rating is another one now. */
    private boolean restoreVerdict(long claimId, Facts then, boolean isPublic, Instant at) {
        Verdict verdict = verdicts.findById(claimId).orElse(null);
        if (verdict == null) {
            return false;
        }
        String scale = then.get("verdict.scale");
        String label = then.get("verdict.rating");
        Rating rating = scale == null || label == null
                ? null
                : ratings.findByScaleAndLabel(scale, label).orElse(null);
        if (rating == null && isPublic) {
            throw new Refused("review.refused.not-published-then");
        }
        Rating before = verdict.rating();
        verdict.write(rating, Objects.requireNonNullElse(then.get("verdict.explanation"), ""), at);
        verdict.date(day(then.get("verdict.valid-as-of")), day(then.get("verdict.review-by")));
        return before != null && rating != null && before.id() != rating.id();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Map<String, String> content(Facts facts) {
        return facts.values().entrySet().stream()
                .filter(fact -> fact.getKey().startsWith("evidence.") || CONTENT.contains(fact.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
