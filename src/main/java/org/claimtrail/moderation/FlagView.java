package org.claimtrail.moderation;

import java.time.Instant;
import org.claimtrail.claim.ClaimState;
import org.jspecify.annotations.Nullable;

/** An open flag with the claim it is about. */
public record FlagView(
        long id,
        long claimId,
        String wording,
        ClaimState state,
        boolean hidden,
        boolean locked,
        Problem problem,
        String note,
        @Nullable String raisedByName,
        Instant raisedAt) {}
