package org.claimtrail.review;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.claimtrail.account.Actor;
import org.claimtrail.claim.ClaimVerb;
import org.claimtrail.history.Facts;
import org.claimtrail.support.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers have to do with the matter of a claim. Who declared an interest gives no second review of it. */
@Service
public class Interests {

    private final Reviews reviews;
    private final JdbcClient jdbc;
    private final Clock clock;

    Interests(Reviews reviews, JdbcClient jdbc, Clock clock) {
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A declared interest. */
    public record Interest(long accountId, String accountName, String text) {}

    /**
     * Declares an interest, or words it anew.
     *
     * @throws Refused for somebody whose second rating waits for a decision: the rating is given
     */
    @Transactional
    public void declare(Actor actor, long claimId, String text) {
        reviews.change(actor, claimId, "interest_declared", null, claim -> {
            claim.require(ClaimVerb.DECLARE_INTEREST);
            refuseWhileDecided(actor, claimId);
            jdbc.sql("""
                            insert into interest (claim_id, account_id, account_name, text, declared_at)
                            values (:claim, :account, :name, :text, :at)
                            on conflict (claim_id, account_id) do update set text = excluded.text
                            """)
                    .param("claim", claimId)
                    .param("account", actor.accountId())
                    .param("name", actor.name())
                    .param("text", text)
                    .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
        });
    }

    /** Takes the declaration back, as long as no verdict is public; the history keeps it. */
    @Transactional
    public void retract(Actor actor, long claimId) {
        reviews.change(actor, claimId, "interest_retracted", null, claim -> {
            claim.require(ClaimVerb.DECLARE_INTEREST);
            if (claim.state().isPublic()) {
                throw new Refused("review.refused.interest-public");
            }
            jdbc.sql("delete from interest where claim_id = :claim and account_id = :account")
                    .param("claim", claimId)
                    .param("account", actor.accountId())
                    .update();
        });
    }

    /** All that were declared on the claim, the earliest first. */
    @Transactional(readOnly = true)
    public List<Interest> of(long claimId) {
        return read(jdbc, claimId);
    }

    /** Those of the claim's named reviewers, for readers of its public verdict. */
    @Transactional(readOnly = true)
    public List<Interest> ofReviewers(long claimId) {
        return jdbc.sql("""
                        select i.account_id, i.account_name, i.text from interest i join verdict v on v.claim_id = i.claim_id
                        where i.claim_id = :claim and v.published_at is not null
                          and i.account_id in (v.first_reviewer_id, v.second_reviewer_id) order by i.id
                        """)
                .param("claim", claimId)
                .query((row, n) ->
                        new Interest(row.getLong("account_id"), row.getString("account_name"), row.getString("text")))
                .list();
    }

    /** What the history keeps of them. */
    static Facts facts(JdbcClient jdbc, long claimId) {
        Facts.Builder facts = Facts.builder();
        read(jdbc, claimId).forEach(i -> facts.with("interest." + i.accountId(), i.accountName() + ": " + i.text()));
        return facts.build();
    }

    private static List<Interest> read(JdbcClient jdbc, long claimId) {
        return jdbc.sql("select account_id, account_name, text from interest where claim_id = :claim order by id")
                .param("claim", claimId)
                .query((row, n) ->
                        new Interest(row.getLong("account_id"), row.getString("account_name"), row.getString("text")))
                .list();
    }

    private void refuseWhileDecided(Actor actor, long claimId) {
        boolean rated = jdbc.sql("""
                        select exists (select 1 from second_review where claim_id = :claim and adjudicated_at is null
                                       and second_reviewer_id = :account and second_rating_id <> first_rating_id)
                        """)
                .param("claim", claimId)
                .param("account", actor.accountId())
                .query(Boolean.class)
                .single();
        if (rated) {
            throw new Refused("review.refused.interest-after-rating");
        }
    }
}
