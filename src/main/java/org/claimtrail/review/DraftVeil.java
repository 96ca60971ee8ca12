package org.claimtrail.review;

import java.util.List;
import org.claimtrail.account.Actor;
import org.claimtrail.claim.ClaimState;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.history.Facts;
import org.claimtrail.history.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a draft verdict from everybody but its author until it is public, or until a second reviewer has rated the claim
 * without it: any reviewer may turn out to be that second one.
 */
public final class DraftVeil {

    /**
     * The same in SQL, of a claim {@code c} whose second review in force is its newest that was not recalled; the parameter
     * is the reader's account.
     */
    public static final String COVERS = """
            c.state not in ('published', 'corrected', 'withdrawn') and c.assignee_id is distinct from ?
            and not coalesce((select s.given_at is not null from second_review s
                              where s.claim_id = c.id and s.recalled_at is null order by s.id desc limit 1), false)
            """;

    private DraftVeil() {}

    /** Whether this reader must not learn what the draft says. */
    public static boolean covers(ClaimView claim, @Nullable SecondReviewView second, Actor reader) {
        boolean over = claim.state().isPublic() || claim.state() == ClaimState.WITHDRAWN;
        return !over && !reader.is(claim.assigneeId()) && (second == null || !second.given());
    }

    /** The revisions without what they say of the verdict, and without their hashes, which are sealed over it. */
    public static List<Revision> over(List<Revision> revisions) {
        return revisions.stream()
                .map(r -> r.veiled(over(r.before()), over(r.after())))
                .toList();
    }

    private static Facts over(Facts facts) {
        Facts.Builder rest = Facts.builder();
        facts.values().forEach((name, value) -> {
            if (!name.startsWith("verdict.")) {
                rest.with(name, value);
            }
        });
        return rest.build();
    }
}
