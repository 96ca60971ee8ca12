package org.claimtrail.review;

import org.claimtrail.account.Actor;
import org.claimtrail.support.Coded;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may give a second review, and where one is demanded. */
@Component
class SecondReviewRules {

    private final JdbcClient jdbc;

    SecondReviewRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SecondReviewRule of(RatingScale scale) {
        return jdbc.sql("select second_review from scale_rule where code = :code")
                .param("code", scale.code())
                .query((row, n) -> Coded.of(SecondReviewRule.class, row.getString("second_review")))
                .single();
    }

    /** @throws Refused where this scale's verdicts are public only after a second review */
    void refuseAlone(RatingScale scale) {
        if (of(scale) == SecondReviewRule.REQUIRED) {
            throw new Refused("review.refused.second-required");
        }
    }

    /** @throws Refused where this rating of a public verdict may only be changed by an admin */
    void refuseRating(Actor actor, RatingScale scale) {
        if (!actor.admin() && of(scale) == SecondReviewRule.REQUIRED) {
            throw new Refused("review.refused.rating-needs-admin");
        }
    }

    /**
     * Why this person may not give the second review of the claim: a message key, or null where they may. Whoever had
     * the claim once may have read or written its draft.
     */
    @Nullable
    String obstacle(long claimId, Actor actor) {
        boolean had = ask("had_claim", claimId, actor);
        if (had) {
            return "review.second.obstacle.had-it";
        }
        return interested(claimId, actor) ? "review.second.obstacle.interest" : null;
    }

    /** Whether this person ever declared an interest in the claim, also one that was taken back. */
    boolean interested(long claimId, Actor actor) {
        return ask("declared_interest", claimId, actor);
    }

    /** The rule itself stands in the database, which holds second reviews to it. */
    private boolean ask(String rule, long claimId, Actor actor) {
        return jdbc.sql("select " + rule + "(:claim, :account)")
                .param("claim", claimId)
                .param("account", actor.accountId())
                .query(Boolean.class)
                .single();
    }
}
