package org.claimtrail.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.claimtrail.account.Actor;
import org.claimtrail.claim.Claim;
import org.claimtrail.claim.ClaimVerb;
import org.claimtrail.claim.Claims;
import org.claimtrail.claim.StaleEdit;
import org.claimtrail.claim.Wording;
import org.claimtrail.history.Facts;
import org.claimtrail.history.History;
import org.claimtrail.notification.NotificationKind;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs on the path from an open claim to a published verdict and beyond. Each is one transaction. */
@Service
public class Reviews {

    private final Claims claims;
    private final EvidenceRepository evidence;
    private final VerdictRepository verdicts;
    private final RatingRepository ratings;
    private final SecondReviewRepository seconds;
    private final SecondReviewRules rules;
    private final Tellings tellings;
    private final Corrections corrections;
    private final JdbcClient jdbc;
    private final History history;
    private final Clock clock;

    Reviews(
            Claims claims,
            EvidenceRepository evidence,
            VerdictRepository verdicts,
            RatingRepository ratings,
            SecondReviewRepository seconds,
            SecondReviewRules rules,
            Tellings tellings,
            Corrections corrections,
            JdbcClient jdbc,
            History history,
            Clock clock) {
        this.claims = claims;
        this.evidence = evidence;
        this.verdicts = verdicts;
        this.ratings = ratings;
        this.seconds = seconds;
        this.rules = rules;
        this.tellings = tellings;
        this.corrections = corrections;
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    public void take(Actor reviewer, long claimId) {
        change(reviewer, claimId, "taken", null, claim -> {
            if (!reviewer.is(claim.assigneeId())) {
                claim.take(reviewer, clock.instant());
            }
        });
    }

    @Transactional
    public void release(Actor actor, long claimId) {
        change(actor, claimId, "released", null, claim -> {
            if (claim.assigneeId() != null) {
                tellings.tell(claim, NotificationKind.RELEASED, actor, claim.assigneeId());
                claim.release(actor, clock.instant());
            }
        });
    }

    /**
     * Writes the draft verdict; only the assignee may.
     *
     * @param version the draft's version that was edited; -1 where there was none
     * @throws StaleEdit where another draft is stored by now and differs
     */
    @Transactional
    public void draft(Actor reviewer, long claimId, int version, VerdictText text) {
        change(reviewer, claimId, "drafted", null, claim -> {
            claim.require(ClaimVerb.DRAFT);
            requireAssignee(claim, reviewer);
            write(claim, version, text, "draft");
        });
    }

    /**
     * Publishes the draft without a second review; doing it twice changes nothing.
     *
     * @throws Refused where something is missing, or the scale demands a second review
     */
    @Transactional
    public void publish(Actor reviewer, long claimId) {
        change(reviewer, claimId, "published_without_second_review", null, claim -> {
            if (claim.state().isPublic() && reviewer.is(claim.assigneeId())) {
                return;
            }
            claim.require(ClaimVerb.PUBLISH);
            requireAssignee(claim, reviewer);
            refuseUnpublishable(claim);
            Verdict verdict = verdicts.findById(claimId).orElseThrow();
            rules.refuseAlone(verdict.scale());
            Instant now = clock.instant();
            verdict.publish(reviewer, now);
            claim.publish(now);
        });
    }

    /**
     * Changes a public verdict, and the claim's wording with it. A correction that changes the rating is one of kind
     * {@link CorrectionKind#RATING}, whatever the reviewer chose.
     *
     * @throws StaleEdit where another version of the verdict is stored by now and differs
     * @throws Refused where nothing would change, the explanation is empty or evidence is missing
     */
    @Transactional
    public void correct(
            Actor reviewer,
            long claimId,
            int version,
            VerdictText text,
            Wording words,
            CorrectionKind kind,
            String reason) {
        boolean changed = change(reviewer, claimId, "corrected", reason, claim -> {
            claim.require(ClaimVerb.CORRECT);
            Verdict verdict = verdicts.findById(claimId).orElseThrow();
            Rating before = Objects.requireNonNull(verdict.rating());
            if (verdict.says(text) && claim.wording().equals(words)) {
                throw new Refused("review.refused.nothing-changed");
            }
            if (verdict.version() != version) {
                List<StaleEdit.Field> fields = new ArrayList<>(fields(verdict, text));
                fields.add(new StaleEdit.Field("wording", claim.wording().text(), words.text()));
                throw new StaleEdit(claimId, "correction", verdict.version(), fields);
            }
            write(claim, version, text, "correction");
            Rating after = verdict.rating();
            refuseMissing(PublicationPolicies.missingContent(publication(claim)));
            boolean rerated = after == null || after.id() != before.id();
            if (rerated) {
                rules.refuseRating(reviewer, before.scale());
            }
            CorrectionKind actual =
                    rerated ? CorrectionKind.RATING : kind == CorrectionKind.RATING ? CorrectionKind.NON_RATING : kind;
            Instant now = clock.instant();
            verdict.correct(actual, reason, now);
            claim.correct(words, now);
            tellings.tellReviewers(claim, NotificationKind.CORRECTED, reviewer);
        });
        if (!changed) {
            throw new Refused("review.refused.nothing-changed");
        }
    }

    /** Takes a public verdict back. */
    @Transactional
    public void withdraw(Actor admin, long claimId, String reason) {
        Claim claim = claims.lock(claimId);
        Facts before = facts(claim);
        claim.withdraw(clock.instant());
        corrections.enter(claimId, history.record(claimId, admin, "withdrawn", reason, before, facts(claim)));
    }

    /**
     * Runs a verb on a claim that is held meanwhile, and records what it changed.
     *
     * @return whether anything changed
     */
    boolean change(Actor actor, long claimId, String action, @Nullable String reason, Consumer<Claim> verb) {
        return change(actor, claimId, reason, claim -> {
            verb.accept(claim);
            return action;
        });
    }

    /** The same for a verb that knows only when it is done what the history shall call it. */
    boolean change(Actor actor, long claimId, @Nullable String reason, Function<Claim, String> verb) {
        Claim claim = claims.lockForWork(claimId);
        Facts before = facts(claim);
        String action = verb.apply(claim);
        return corrections.enter(claimId, history.record(claimId, actor, action, reason, before, facts(claim)));
    }

    /** @throws Refused with what is missing to publish the claim's draft */
    void refuseUnpublishable(Claim claim) {
        refuseMissing(PublicationPolicies.missing(publication(claim)));
    }

    /** What is true of the claim, its evidence and its verdict now. */
    Facts facts(Claim claim) {
        Facts facts = claim.facts();
        for (Evidence e : evidence.findByClaim(claim.id())) {
            if (!e.removed()) {
                facts = facts.and(e.facts());
            }
        }
        facts = facts.and(Interests.facts(jdbc, claim.id()));
        facts = seconds.current(claim.id())
                .map(SecondReview::facts)
                .map(facts::and)
                .orElse(facts);
        return verdicts.findById(claim.id()).map(Verdict::facts).map(facts::and).orElse(facts);
    }

    /** What the rules of publication look at. */
    private PublicationPolicies.Case publication(Claim claim) {
        Verdict verdict = verdicts.findById(claim.id()).orElse(null);
        Rating rating = verdict == null ? null : verdict.rating();
        int pieces = (int) evidence.findByClaim(claim.id()).stream()
                .filter(e -> !e.removed())
                .count();
        return new PublicationPolicies.Case(
                claim.state(),
                claim.hidden(),
                rating == null ? null : rating.kind(),
                verdict == null ? "" : verdict.explanation(),
                pieces);
    }

    private static void refuseMissing(List<String> missing) {
        if (!missing.isEmpty()) {
            throw new Refused(
                    "review.refused.missing",
                    missing.stream().map(key -> "#" + key).toList());
        }
    }

    private void write(Claim claim, int version, VerdictText text, String part) {
        if (!VerdictText.inOrder(text.validAsOf(), text.reviewBy())) {
            throw new Refused("review.review-by.early");
        }
        Rating rating = text.ratingId() == null
                ? null
                : ratings.findById(text.ratingId()).orElseThrow(() -> new Refused("review.refused.no-such-rating"));
        Verdict verdict = verdicts.findById(claim.id()).orElse(null);
        if (verdict == null) {
            RatingScale scale = ratings.current().get(0).scale();
            verdict = new Verdict(claim.id(), scale, clock.instant());
            verdict.write(rating, text.explanation(), clock.instant());
            verdict.date(text.validAsOf(), text.reviewBy());
            verdicts.saveAndFlush(verdict);
            return;
        }
        boolean same = verdict.says(text);
        if (verdict.version() != version && !same) {
            throw new StaleEdit(claim.id(), part, verdict.version(), fields(verdict, text));
        }
        if (!same) {
            verdict.write(rating, text.explanation(), clock.instant());
            verdict.date(text.validAsOf(), text.reviewBy());
        }
    }

    private List<StaleEdit.Field> fields(Verdict theirs, VerdictText mine) {
        Rating chosen = mine.ratingId() == null
                ? null
                : ratings.findById(mine.ratingId()).orElse(null);
        Rating stored = theirs.rating();
        return List.of(
                new StaleEdit.Field(
                        "ratingId", stored == null ? "" : stored.label(), chosen == null ? "" : chosen.label()),
                new StaleEdit.Field("explanation", theirs.explanation(), mine.explanation()),
                new StaleEdit.Field(
                        "validAsOf", Objects.toString(theirs.validAsOf(), ""), Objects.toString(mine.validAsOf(), "")),
                new StaleEdit.Field(
                        "reviewBy", Objects.toString(theirs.reviewBy(), ""), Objects.toString(mine.reviewBy(), "")));
    }

    static void requireAssignee(Claim claim, Actor reviewer) {
        if (!reviewer.is(claim.assigneeId())) {
            throw new Refused("claim.refused.not-assignee");
        }
    }
}
