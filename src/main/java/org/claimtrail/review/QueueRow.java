package org.claimtrail.review;

import java.time.Instant;
import org.claimtrail.claim.ClaimState;
import org.claimtrail.claim.Kind;
import org.jspecify.annotations.Nullable;

/** A claim in the queue. */
public record QueueRow(
        long id,
        ClaimState state,
        String wording,
        Kind kind,
        long articleId,
        String articleTitle,
        @Nullable String assigneeName,
        int evidenceCount,
        boolean hidden,
        boolean locked,
        Instant createdAt) {}
