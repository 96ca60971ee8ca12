package org.claimtrail.moderation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.claimtrail.account.Actor;
import org.claimtrail.audit.Audit;
import org.claimtrail.notification.NotificationKind;
import org.claimtrail.notification.Notifications;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds decisions. There is no way to change one. */
@Repository
class Entries {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Notifications notifications;
    private final Clock clock;

    Entries(JdbcClient jdbc, Audit audit, Notifications notifications, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.notifications = notifications;
        this.clock = clock;
    }

    long add(Actor admin, Decision decision, String reason, Target target, @Nullable Long caseId) {
        return add(admin, decision, reason, target, null, null, caseId, true);
    }

    /** The outcome of an appeal against a decision, about the same thing as that. */
    void addOutcome(Actor admin, Decision outcome, String reason, long appealId) {
        long id = jdbc.sql("""
            insert into moderation_entry (at, actor_id, actor_name, decision, reason, claim_id, evidence_id,
                comment_id, account_id, part, person_id, appeal_id, reason_public)
            select :now, :actor, :name, :decision, :reason, e.claim_id, e.evidence_id, e.comment_id,
                   e.account_id, e.part, e.person_id, a.id, true
            from appeal a join moderation_entry e on e.id = a.entry_id where a.id = :appeal
            returning id
            """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("actor", admin.accountId())
                .param("name", admin.name())
                .param("decision", outcome.code())
                .param("reason", reason)
                .param("appeal", appealId)
                .query(Long.class)
                .single();
        audit.record(
                admin.id(),
                admin.name(),
                "appeal_decided",
                "appeal " + appealId + ", entry " + id,
                Map.of("decision", outcome.code(), "reason", reason));
    }

    /**
     * @param ground of a hiding; null for every other decision
     * @param tell whether those concerned get a notification
     */
    long add(
            Actor admin,
            Decision decision,
            String reason,
            Target target,
            @Nullable Place place,
            @Nullable Ground ground,
            @Nullable Long caseId,
            boolean tell) {
        long id = jdbc.sql("""
            insert into moderation_entry (at, actor_id, actor_name, decision, reason, claim_id, evidence_id,
                comment_id, account_id, part, person_id, ground, case_id, reason_public)
            values (:now, :actor, :name, :decision, :reason, :claim, :evidence, :comment, :account, :part,
                :person, :ground, :case, true)
            returning id
            """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("actor", admin.accountId())
                .param("name", admin.name())
                .param("decision", decision.code())
                .param("reason", reason)
                .param("claim", target.claimId())
                .param("evidence", target.evidenceId())
                .param("comment", target.commentId())
                .param("account", target.accountId())
                .param("part", place == null ? null : place.part().code())
                .param("person", place == null ? null : place.personId())
                .param("ground", ground == null ? null : ground.code())
                .param("case", caseId)
                .query(Long.class)
                .single();
        concern(id, admin, decision, tell ? target.claimId() : null);
        if (target.claimId() != null) {
            audit.record(
                    admin.id(),
                    admin.name(),
                    "moderated",
                    subject(target, place),
                    Map.of("decision", decision.code(), "reason", reason));
        }
        return id;
    }

    /** Notes whose thing it is, and tells them. */
    private void concern(long entry, Actor admin, Decision decision, @Nullable Long claimId) {
        if (decision == Decision.KEPT) {
            return;
        }
        List<Long> people = jdbc.sql("""
            insert into moderation_concern (entry_id, account_id)
            select distinct e.id, p.id from moderation_entry e cross join lateral (
                select e.account_id as id
                union select e.person_id
                union select (select m.author_id from comment m where m.id = e.comment_id and e.part is distinct from 'name')
                union select (select x.created_by from evidence x where x.id = e.evidence_id)
                union select (select r.actor_id from revision r where r.claim_id = e.claim_id and r.action in ('marked', 'reworded')
                              and e.part = 'wording' order by r.number desc limit 1)
                union select unnest(array[v.first_reviewer_id, v.second_reviewer_id]) from verdict v
                      where v.claim_id = e.claim_id and v.published_at is not null
                        and e.evidence_id is null and e.comment_id is null and coalesce(e.part, 'reasoning') = 'reasoning'
                union select c.assignee_id from claim c
                      where c.id = e.claim_id and e.evidence_id is null and e.comment_id is null and e.part is null) p
            where e.id = :entry and p.id is not null and p.id <> :admin
            returning account_id
            """)
                .param("entry", entry)
                .param("admin", admin.accountId())
                .query(Long.class)
                .list();
        if (claimId != null) {
            notifications.tell(people, NotificationKind.MODERATED, claimId, admin, wording(claimId));
        }
    }

    String wording(long claimId) {
        return jdbc.sql("select wording from claim where id = :id")
                .param("id", claimId)
                .query(String.class)
                .single();
    }

    private static String subject(Target target, @Nullable Place place) {
        String claim = "claim " + target.claimId();
        if (place != null) {
            return claim + ", " + place.name();
        }
        return switch (target.kind()) {
            case EVIDENCE -> claim + ", evidence-" + target.evidenceId();
            case COMMENT -> claim + ", comment-" + target.commentId();
            case CLAIM, ACCOUNT -> claim;
        };
    }
}
