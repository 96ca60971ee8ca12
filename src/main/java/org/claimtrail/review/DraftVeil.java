package org.claimtrail.review;

import java.util.List;
import org.claimtrail.account.Actor;
import org.claimtrail.claim.ClaimState;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.history.Facts;
import org.claimtrail.history.Hash;
import org.claimtrail.history.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a draft verdict from everybody but its author until it is public, or until a second reviewer has rated the claim
 * without it: any reviewer may turn out to be that second one.
 */
public final class DraftVeil {

    private DraftVeil() {}

    /** Whether this reader must not learn what the draft says. */
    public static boolean covers(ClaimView claim, @Nullable SecondReviewView second, Actor reader) {
        boolean over = claim.state().isPublic() || claim.state() == ClaimState.WITHDRAWN;
        return !over && !reader.is(claim.assigneeId()) && (second == null || !second.given());
    }

    /** The revisions without what they say of the verdict, and without their hashes, which are sealed over it. */
    public static List<Revision> over(List<Revision> revisions) {
        return revisions.stream()
                .map(r -> new Revision(
                        r.claimId(),
                        r.number(),
                        r.actorId(),
                        r.actorName(),
                        r.at(),
                        r.action(),
                        r.reason(),
                        over(r.before()),
                        over(r.after()),
                        Hash.ZERO,
                        Hash.ZERO))
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
