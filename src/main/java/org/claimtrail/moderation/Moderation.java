package org.claimtrail.moderation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.claimtrail.account.Account;
import org.claimtrail.account.Accounts;
import org.claimtrail.account.Actor;
import org.claimtrail.audit.Audit;
import org.claimtrail.claim.Claim;
import org.claimtrail.claim.Claims;
import org.claimtrail.history.Facts;
import org.claimtrail.history.History;
import org.claimtrail.review.Reviews;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes flags and decides on them. Each decision has a reason and is one row that nobody can change. */
@Service
public class Moderation {

    /** So many open flags of visitors on one claim are enough to look at it; further ones are refused. */
    static final int MAX_OPEN_FROM_VISITORS = 20;

    private final Claims claims;
    private final Reviews reviews;
    private final Accounts accounts;
    private final History history;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Moderation(
            Claims claims,
            Reviews reviews,
            Accounts accounts,
            History history,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.claims = claims;
        this.reviews = reviews;
        this.accounts = accounts;
        this.history = history;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Reports a problem; the same open report by the same person is kept once. */
    @Transactional
    public void raise(Actor actor, long claimId, Problem problem, String note) {
        claims.lock(claimId);
        Optional<Long> same = jdbc.sql("""
                        select id from flag where claim_id = :claim and problem = :problem and note = :note
                          and raised_by is not distinct from cast(:by as bigint) and decided_at is null limit 1
                        """)
                .param("claim", claimId)
                .param("problem", problem.code())
                .param("note", note)
                .param("by", actor.id())
                .query(Long.class)
                .optional();
        if (same.isPresent()) {
            return;
        }
        if (actor.id() == null && openFromVisitors(claimId) >= MAX_OPEN_FROM_VISITORS) {
            throw new Refused("moderation.refused.flagged-enough");
        }
        jdbc.sql("""
                        insert into flag (claim_id, problem, note, raised_by, raised_by_name, raised_at)
                        values (:claim, :problem, :note, :by, :name, :now)
                        """)
                .param("claim", claimId)
                .param("problem", problem.code())
                .param("note", note)
                .param("by", actor.id())
                .param("name", actor.id() == null ? null : actor.name())
                .param("now", now())
                .update();
    }

    private int openFromVisitors(long claimId) {
        return jdbc.sql(
                        "select count(*) from flag where claim_id = :claim and decided_at is null and raised_by is null")
                .param("claim", claimId)
                .query(Integer.class)
                .single();
    }

    /** Decides on a flag: keep the claim as it is, hide it or lock it. */
    @Transactional
    public void decide(Actor admin, long flagId, Decision decision, String reason) {
        Long claimId = jdbc.sql("select claim_id from flag where id = :id")
                .param("id", flagId)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFound("flag", flagId));
        Claim claim = claims.lock(claimId);
        int open = jdbc.sql("update flag set decided_at = :now where id = :id and decided_at is null")
                .param("now", now())
                .param("id", flagId)
                .update();
        if (open == 0) {
            throw new Refused("moderation.refused.decided");
        }
        switch (decision) {
            case KEPT -> enter(admin, Decision.KEPT, reason, claimId, null, flagId);
            case HIDDEN -> hide(admin, claim, true, reason, flagId);
            case LOCKED -> lock(admin, claim, true, reason, flagId);
            default -> throw new Refused("moderation.refused.decision");
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
        enter(admin, Decision.WITHDRAWN, reason, claimId, null, null);
    }

    @Transactional
    public void suspend(Actor admin, long accountId, String reason) {
        Account account = accounts.suspend(admin, accountId, reason);
        enter(admin, Decision.SUSPENDED, reason, null, account.id(), null);
    }

    @Transactional
    public void reinstate(Actor admin, long accountId, String reason) {
        Account account = accounts.reinstate(admin, accountId, reason);
        enter(admin, Decision.REINSTATED, reason, null, account.id(), null);
    }

    private void hide(Actor admin, Claim claim, boolean hide, String reason, @Nullable Long flagId) {
        Facts before = claim.facts();
        claim.hide(hide, clock.instant());
        history.record(claim.id(), admin, hide ? "hidden" : "shown", reason, before, claim.facts());
        enter(admin, hide ? Decision.HIDDEN : Decision.SHOWN, reason, claim.id(), null, flagId);
    }

    private void lock(Actor admin, Claim claim, boolean lock, String reason, @Nullable Long flagId) {
        Facts before = claim.facts();
        claim.lock(lock, clock.instant());
        history.record(claim.id(), admin, lock ? "locked" : "unlocked", reason, before, claim.facts());
        enter(admin, lock ? Decision.LOCKED : Decision.UNLOCKED, reason, claim.id(), null, flagId);
    }

    private void enter(
            Actor admin,
            Decision decision,
            String reason,
            @Nullable Long claimId,
            @Nullable Long accountId,
            @Nullable Long flagId) {
        jdbc.sql("""
                        insert into moderation_entry (at, actor_id, actor_name, decision, reason, claim_id, account_id,
                            flag_id)
                        values (:now, :actor, :name, :decision, :reason, :claim, :account, :flag)
                        """)
                .param("now", now())
                .param("actor", admin.accountId())
                .param("name", admin.name())
                .param("decision", decision.code())
                .param("reason", reason)
                .param("claim", claimId)
                .param("account", accountId)
                .param("flag", flagId)
                .update();
        if (claimId != null) {
            audit.record(
                    admin.id(),
                    admin.name(),
                    "moderated",
                    "claim " + claimId,
                    Map.of("decision", decision.code(), "reason", reason));
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
