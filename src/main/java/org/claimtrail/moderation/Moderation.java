package org.claimtrail.moderation;

import java.time.Clock;
import java.util.Objects;
import org.claimtrail.account.Account;
import org.claimtrail.account.Accounts;
import org.claimtrail.account.Actor;
import org.claimtrail.claim.Claim;
import org.claimtrail.claim.Claims;
import org.claimtrail.history.Facts;
import org.claimtrail.history.History;
import org.claimtrail.review.Reviews;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes flags and decides on them. Each decision has a reason and is one row that nobody can change. */
@Service
public class Moderation {

    /** So many open flags of visitors on one claim or account are enough to look at it; further ones are refused. */
    static final int MAX_OPEN_FROM_VISITORS = 20;

    private final Claims claims;
    private final Reviews reviews;
    private final Accounts accounts;
    private final History history;
    private final Entries entries;
    private final Hiding hiding;
    private final Cases cases;
    private final Clock clock;

    Moderation(
            Claims claims,
            Reviews reviews,
            Accounts accounts,
            History history,
            Entries entries,
            Hiding hiding,
            Cases cases,
            Clock clock) {
        this.claims = claims;
        this.reviews = reviews;
        this.accounts = accounts;
        this.history = history;
        this.entries = entries;
        this.hiding = hiding;
        this.cases = cases;
        this.clock = clock;
    }

    /** Reports a problem with a claim. */
    @Transactional
    public void raise(Actor actor, long claimId, Problem problem, String note) {
        raise(actor, Target.claim(claimId), problem, note);
    }

    /** Reports a problem; all open flags on one thing are one case, and the same flag by the same person is kept once. */
    @Transactional
    public void raise(Actor actor, Target target, Problem problem, String note) {
        if (target.claimId() != null) {
            claims.lock(target.claimId());
        }
        cases.requireExists(target);
        if (actor.is(target.accountId())) {
            throw new Refused("moderation.refused.own-account");
        }
        if (actor.id() == null && cases.openFromVisitors(target) >= MAX_OPEN_FROM_VISITORS) {
            throw new Refused("moderation.refused.flagged-enough");
        }
        cases.add(cases.open(target), actor, problem, note);
    }

    /** What a reviewer names on the page of a claim: the claim, or a piece of evidence, a comment or a person at it. */
    @Transactional
    public void raise(Actor actor, long claimId, String about, Problem problem, String note) {
        raise(actor, Target.named(claimId, about), problem, note);
    }

    /** What a reader names on the page of a verdict: the verdict, a piece of its evidence, or who answers for it. */
    @Transactional
    public void raiseOnVerdict(Actor actor, long claimId, String about, Problem problem, String note) {
        Target target = about.equals("reviewer")
                ? Target.account(cases.reviewer(claimId).orElseThrow(() -> new Refused("moderation.refused.target")))
                : Target.named(claimId, about);
        if (target.commentId() != null || (target.accountId() != null && !about.equals("reviewer"))) {
            throw new Refused("moderation.refused.target");
        }
        raise(actor, target, problem, note);
    }

    /**
     * Decides on a case, and with it on all its flags.
     *
     * @param ground why something is hidden; needed for evidence and comments
     */
    @Transactional
    public void decide(Actor admin, long caseId, Decision decision, @Nullable Ground ground, String reason) {
        Target target = cases.target(caseId);
        Claim claim = target.claimId() == null ? null : claims.lock(target.claimId());
        if (!Decision.on(target.kind()).contains(decision)) {
            throw new Refused("moderation.refused.decision");
        }
        cases.close(caseId);
        switch (decision) {
            case HIDDEN -> hide(admin, Objects.requireNonNull(claim), target, ground, reason, caseId);
            case LOCKED -> lock(admin, Objects.requireNonNull(claim), true, reason, caseId);
            case SUSPENDED -> {
                accounts.suspend(admin, Objects.requireNonNull(target.accountId()), reason);
                entries.add(admin, decision, reason, target, caseId);
            }
            default -> entries.add(admin, decision, reason, target, caseId);
        }
    }

    /** Hides a flagged comment or piece of evidence; a claim with its verdict goes as a whole. */
    private void hide(Actor admin, Claim claim, Target target, @Nullable Ground ground, String reason, long caseId) {
        Place place = target.place();
        if (place == null) {
            hide(admin, claim, true, reason, caseId);
        } else if (ground == null) {
            throw new Refused("moderation.refused.ground");
        } else {
            hiding.hide(admin, place, ground, reason, caseId, true);
        }
    }

    /** Hides a claim and its verdict from visitors, or shows them again. */
    @Transactional
    public void hide(Actor admin, long claimId, boolean hide, String reason) {
        Claim claim = claims.lock(claimId);
        if (claim.hidden() != hide) {
            hide(admin, claim, hide, reason, null);
        }
    }

    /** Stops reviewers from changing a claim, or lets them again. */
    @Transactional
    public void lock(Actor admin, long claimId, boolean lock, String reason) {
        Claim claim = claims.lock(claimId);
        if (claim.locked() != lock) {
            lock(admin, claim, lock, reason, null);
        }
    }

    /** Takes a public verdict back; readers see a notice with the reason. */
    @Transactional
    public void withdraw(Actor admin, long claimId, String reason) {
        reviews.withdraw(admin, claimId, reason);
        entries.add(admin, Decision.WITHDRAWN, reason, Target.claim(claimId), null);
    }

    @Transactional
    public void suspend(Actor admin, long accountId, String reason) {
        Account account = accounts.suspend(admin, accountId, reason);
        entries.add(admin, Decision.SUSPENDED, reason, Target.account(account.id()), null);
    }

    boolean suspended(long accountId) {
        return accounts.activeNames().get(accountId) == null;
    }

    @Transactional
    public void reinstate(Actor admin, long accountId, String reason) {
        Account account = accounts.reinstate(admin, accountId, reason);
        entries.add(admin, Decision.REINSTATED, reason, Target.account(account.id()), null);
    }

    private void hide(Actor admin, Claim claim, boolean hide, String reason, @Nullable Long caseId) {
        Facts before = claim.facts();
        claim.hide(hide, clock.instant());
        history.record(claim.id(), admin, hide ? "hidden" : "shown", reason, before, claim.facts());
        entries.add(admin, hide ? Decision.HIDDEN : Decision.SHOWN, reason, Target.claim(claim.id()), caseId);
    }

    private void lock(Actor admin, Claim claim, boolean lock, String reason, @Nullable Long caseId) {
        Facts before = claim.facts();
        claim.lock(lock, clock.instant());
        history.record(claim.id(), admin, lock ? "locked" : "unlocked", reason, before, claim.facts());
        entries.add(admin, lock ? Decision.LOCKED : Decision.UNLOCKED, reason, Target.claim(claim.id()), caseId);
    }
}
