package org.claimtrail.review;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.claimtrail.account.Actor;
import org.claimtrail.history.Facts;
import org.claimtrail.review.Interests.Interest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InterestRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    InterestRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void put(Actor actor, long claimId, String text) {
        jdbc.sql("""
                        insert into interest (claim_id, account_id, account_name, text, declared_at)
                        values (:claim, :account, :name, :text, :now)
                        on conflict (claim_id, account_id) do update set text = excluded.text, retracted_at = null
                        """)
                .param("claim", claimId)
                .param("account", actor.accountId())
                .param("name", actor.name())
                .param("text", text)
                .param("now", now())
                .update();
    }

    void retract(Actor actor, long claimId) {
        jdbc.sql("update interest set retracted_at = :now"
                        + " where claim_id = :claim and account_id = :account and retracted_at is null")
                .param("now", now())
                .param("claim", claimId)
                .param("account", actor.accountId())
                .update();
    }

    /** Those that stand, the earliest first. */
    List<Interest> of(long claimId) {
        return jdbc.sql(
                        "select account_id, shown_name(claim_id, account_id, account_name) as account_name, text from interest"
                                + " where claim_id = :claim and retracted_at is null order by id")
                .param("claim", claimId)
                .query(Interest.class)
                .list();
    }

    /** Those of the reviewers whose names stand on the claim's public verdict. */
    List<Interest> ofReviewers(long claimId) {
        return jdbc.sql("""
                        select i.account_id, shown_name(i.claim_id, i.account_id, i.account_name) as account_name, i.text from interest i join verdict v on v.claim_id = i.claim_id
                        where i.claim_id = :claim and i.retracted_at is null and v.published_at is not null
                          and i.account_id in (v.first_reviewer_id, v.second_reviewer_id) order by i.id
                        """).param("claim", claimId).query(Interest.class).list();
    }

    /** What the history keeps of them. */
    Facts facts(long claimId) {
        Facts.Builder facts = Facts.builder();
        of(claimId).forEach(i -> facts.with("interest." + i.accountId(), i.text()));
        return facts.build();
    }

    /** Whether this person gave a second rating that waits for a decision. */
    boolean ratedWaiting(Actor actor, long claimId) {
        return jdbc.sql("""
                        select exists (select 1 from second_review where claim_id = :claim and adjudicated_at is null
                                       and second_reviewer_id = :account and second_rating_id <> first_rating_id)
                        """)
                .param("claim", claimId)
                .param("account", actor.accountId())
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
