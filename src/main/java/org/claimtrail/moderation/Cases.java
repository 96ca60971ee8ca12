package org.claimtrail.moderation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.claimtrail.account.Actor;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of cases and their flags. */
@Repository
class Cases {

    private final JdbcClient jdbc;
    private final Clock clock;

    Cases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws NotFound where there is no such thing, or not at this claim */
    void requireExists(Target target) {
        String sql = switch (target.kind()) {
            case CLAIM -> "select count(*) from claim where id = :claim";
            case EVIDENCE -> "select count(*) from evidence where id = :evidence and claim_id = :claim";
            case COMMENT ->
                "select count(*) from comment where id = :comment and claim_id = :claim and deleted_at is null";
            case ACCOUNT -> "select count(*) from account where id = :account";
        };
        if (of(jdbc.sql(sql), target).query(Integer.class).single() == 0) {
            throw new NotFound(target.kind().code(), "");
        }
    }

    /** The open case about this thing, opened now where there is none. */
    long open(Target target) {
        of(jdbc.sql("""
            insert into moderation_case (claim_id, evidence_id, comment_id, account_id, opened_at)
            values (:claim, :evidence, :comment, :account, :now) on conflict do nothing
            """), target).param("now", now()).update();
        return of(jdbc.sql("""
            select id from moderation_case
            where coalesce(claim_id, 0) = coalesce(cast(:claim as bigint), 0)
              and coalesce(evidence_id, 0) = coalesce(cast(:evidence as bigint), 0)
              and coalesce(comment_id, 0) = coalesce(cast(:comment as bigint), 0)
              and coalesce(account_id, 0) = coalesce(cast(:account as bigint), 0)
              and closed_at is null for update
            """), target).query(Long.class).single();
    }

    /** Adds a flag; the same flag by the same person is kept once. */
    void add(long caseId, Actor by, Problem problem, String note) {
        jdbc.sql("""
            insert into flag (case_id, problem, note, raised_by, raised_by_name, raised_at)
            select :case, :problem, :note, :by, :name, :now
            where not exists (select 1 from flag where case_id = :case and problem = :problem and note = :note
                              and raised_by is not distinct from cast(:by as bigint))
            """)
                .param("case", caseId)
                .param("problem", problem.code())
                .param("note", note)
                .param("by", by.id())
                .param("name", by.id() == null ? null : by.name())
                .param("now", now())
                .update();
    }

    /** How many flags of visitors wait that concern a claim, or an account. */
    int openFromVisitors(Target target) {
        return of(jdbc.sql("""
            select count(*) from flag f join moderation_case k on k.id = f.case_id
            where k.closed_at is null and f.raised_by is null
              and (k.claim_id = cast(:claim as bigint) or k.account_id = cast(:account as bigint))
            """), target).query(Integer.class).single();
    }

    /** What a case is about, whether it is closed or not. */
    Target target(long caseId) {
        return jdbc.sql("select * from moderation_case where id = :id")
                .param("id", caseId)
                .query((row, n) -> new Target(
                        row.getObject("claim_id", Long.class),
                        row.getObject("evidence_id", Long.class),
                        row.getObject("comment_id", Long.class),
                        row.getObject("account_id", Long.class)))
                .optional()
                .orElseThrow(() -> new NotFound("case", caseId));
    }

    /** @throws Refused where somebody decided already */
    void close(long caseId) {
        int closed = jdbc.sql("update moderation_case set closed_at = :now where id = :id and closed_at is null")
                .param("now", now())
                .param("id", caseId)
                .update();
        if (closed == 0) {
            throw new Refused("moderation.refused.decided");
        }
    }

    /** Who answers for a public verdict. */
    Optional<Long> reviewer(long claimId) {
        return jdbc.sql("select first_reviewer_id from verdict where claim_id = :id and published_at is not null"
                        + " and first_reviewer_id is not null")
                .param("id", claimId)
                .query(Long.class)
                .optional();
    }

    private static JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement, Target target) {
        return statement
                .param("claim", target.claimId())
                .param("evidence", target.evidenceId())
                .param("comment", target.commentId())
                .param("account", target.accountId());
    }

    OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
