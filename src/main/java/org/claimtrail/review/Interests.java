package org.claimtrail.review;

import java.util.List;
import org.claimtrail.account.Actor;
import org.claimtrail.claim.ClaimVerb;
import org.claimtrail.support.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers have to do with the matter of a claim. Who declared an interest gives no second review of it. */
@Service
public class Interests {

    private final Reviews reviews;
    private final InterestRows rows;

    Interests(Reviews reviews, InterestRows rows) {
        this.reviews = reviews;
        this.rows = rows;
    }

    /** A declared interest. */
    public record Interest(long accountId, String accountName, String text) {}

    /**
     * Declares an interest, or words it anew.
     *
     * @param text 1 to 1,000 code points
     * @throws Refused for somebody whose second rating waits for a decision: the rating is given
     */
    @Transactional
    public void declare(Actor actor, long claimId, String text) {
        reviews.change(actor, claimId, "interest_declared", null, claim -> {
            claim.require(ClaimVerb.DECLARE_INTEREST);
            if (rows.ratedWaiting(actor, claimId)) {
                throw new Refused("review.refused.interest-after-rating");
            }
            rows.put(actor, claimId, text);
        });
    }

    /**
     * Takes the declaration back; it bars from the second review all the same.
     *
     * @throws Refused where the verdict is public, and the declaration beside it
     */
    @Transactional
    public void retract(Actor actor, long claimId) {
        reviews.change(actor, claimId, "interest_retracted", null, claim -> {
            claim.require(ClaimVerb.DECLARE_INTEREST);
            if (claim.state().isPublic()) {
                throw new Refused("review.refused.interest-public");
            }
            rows.retract(actor, claimId);
        });
    }

    /** All that stand on the claim, the earliest first. */
    @Transactional(readOnly = true)
    public List<Interest> of(long claimId) {
        return rows.of(claimId);
    }

    /** Those of the reviewers whose names stand on the claim's public verdict. */
    @Transactional(readOnly = true)
    public List<Interest> ofReviewers(long claimId) {
        return rows.ofReviewers(claimId);
    }
}
