package org.claimtrail.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One correction of a public verdict as readers see it.
 *
 * @param id counts up over all claims
 * @param wording the claim's wording; null where the verdict is withdrawn by now
 * @param revisionBefore the newest revision that readers saw before, in the claim's history
 * @param before the rating before; null unless the correction changed it
 */
public record CorrectionView(
        long id,
        long claimId,
        @Nullable String wording,
        CorrectionTier tier,
        String note,
        Instant at,
        String actorName,
        int revisionBefore,
        int revisionAfter,
        @Nullable Side before,
        @Nullable Side after) {

    /** A rating in the words of its scale's version, such as {@code desk/1}. */
    public record Side(String scale, String code, String label) {}

    /** Whether the verdict can still be read as it stood. */
    public boolean readable() {
        return wording != null;
    }
}
