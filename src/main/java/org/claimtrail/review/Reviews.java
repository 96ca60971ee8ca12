package org.claimtrail.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
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
import org.claimtrail.history.Meanwhile;
import org.claimtrail.history.Merge;
import org.claimtrail.history.Since;
import org.claimtrail.notification.NotificationKind;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
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
    private final InterestRows interests;
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
            InterestRows interests,
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
        this.interests = interests;
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
     * Writes the draft verdict; only the assignee may. Joins it with what was saved since the form was opened.
     *
     * @param base the number of the claim's newest revision when the form was opened; null where it does not say
     * @return what was changed since
     * @throws StaleEdit where the same field was changed since
     */
    @Transactional
    public Meanwhile draft(Actor reviewer, long claimId, @Nullable Integer base, VerdictText text) {
        AtomicReference<Meanwhile> meanwhile = new AtomicReference<>(Meanwhile.NOTHING);
        change(reviewer, claimId, "drafted", null, claim -> {
            claim.require(ClaimVerb.DRAFT);
            requireAssignee(claim, reviewer);
            history.refuseHidden(claimId, "verdict.explanation");
            Since since = history.since(claimId, base);
            Merge merge = merge(claimId, since, text);
            StaleEdit.refuseConflicts(claimId, "draft", since, merge);
            write(claimId, merge, text);
            meanwhile.set(Meanwhile.of(reviewer, since, merge));
        });
        return Objects.requireNonNull(meanwhile.get());
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
     * Changes a public verdict, and the claim's wording with it; joins it with what others changed since the form was
     * opened. A correction that changes the rating is one of kind {@link CorrectionKind#RATING}, whatever the reviewer
     * chose.
     *
     * @param base the number of the claim's newest revision when the form was opened; null where it does not say
     * @return what others had changed
     * @throws StaleEdit where somebody changed the same field since
     * @throws Refused where nothing would change, the explanation is empty or evidence is missing
     */
    @Transactional
    public Meanwhile correct(
            Actor reviewer,
            long claimId,
            @Nullable Integer base,
            VerdictText text,
            Wording words,
            CorrectionKind kind,
            String reason) {
        AtomicReference<Meanwhile> meanwhile = new AtomicReference<>(Meanwhile.NOTHING);
        boolean changed = change(reviewer, claimId, "corrected", reason, claim -> {
            claim.require(ClaimVerb.CORRECT);
            history.refuseHidden(claimId, "verdict.explanation");
            history.refuseHidden(claimId, "wording");
            Verdict verdict = verdicts.findById(claimId).orElseThrow();
            Rating before = Objects.requireNonNull(verdict.rating());
            Wording stored = claim.wording();
            Since since = history.since(claimId, base);
            Facts then = since.base();
            Merge merge = merge(claimId, since, text)
                    .and(Merge.of(List.of(Wording.TEXT), then == null ? null : Wording.of(then), stored, words));
            StaleEdit.refuseConflicts(claimId, "correction", since, merge);
            String wording = merge.keepsTheirs("wording") ? stored.text() : words.text();
            boolean written = write(claimId, merge, text);
            if (!written && wording.equals(stored.text())) {
                throw new Refused("review.refused.nothing-changed");
            }
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
            claim.correct(new Wording(wording, stored.kind(), stored.claimantName(), stored.claimantRole()), now);
            tellings.tellReviewers(claim, NotificationKind.CORRECTED, reviewer);
            meanwhile.set(Meanwhile.of(reviewer, since, merge));
        });
        if (!changed) {
            throw new Refused("review.refused.nothing-changed");
        }
        return Objects.requireNonNull(meanwhile.get());
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
        facts = facts.and(interests.facts(claim.id()));
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

    /** What is stored of the verdict against what was sent; the first save of a draft has nothing against it. */
    private Merge merge(long claimId, Since since, VerdictText text) {
        Facts then = since.base();
        VerdictText stored = verdicts.findById(claimId).map(Verdict::text).orElse(null);
        VerdictText none = new VerdictText(null, "");
        VerdictText base = stored == null ? none : then == null ? null : VerdictText.of(then, ratings);
        return Merge.of(VerdictText.PARTS, base, stored == null ? none : stored, text);
    }

    /** Whether anything is written: what the merge keeps may be what is there. */
    private boolean write(long claimId, Merge merge, VerdictText mine) {
        Verdict verdict = verdicts.findById(claimId).orElse(null);
        VerdictText text = verdict == null ? mine : VerdictText.joined(merge, verdict.text(), mine);
        if (verdict != null && verdict.text().equals(text)) {
            return false;
        }
        if (!VerdictText.inOrder(text.validAsOf(), text.reviewBy())) {
            throw new Refused("review.review-by.early");
        }
        Rating rating = text.ratingId() == null
                ? null
                : ratings.findById(text.ratingId()).orElseThrow(() -> new Refused("review.refused.no-such-rating"));
        if (verdict == null) {
            RatingScale scale = ratings.current().get(0).scale();
            verdict = new Verdict(claimId, scale, clock.instant());
        }
        verdict.write(rating, text.explanation(), clock.instant());
        verdict.date(text.validAsOf(), text.reviewBy());
        verdicts.saveAndFlush(verdict);
        return true;
    }

    static void requireAssignee(Claim claim, Actor reviewer) {
        if (!reviewer.is(claim.assigneeId())) {
            throw new Refused("claim.refused.not-assignee");
        }
    }
}
