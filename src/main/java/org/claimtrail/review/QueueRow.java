package org.claimtrail.review;

import java.time.Instant;
import java.time.LocalDate;
import org.claimtrail.claim.ClaimState;
import org.claimtrail.claim.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A claim in the queue.
 *
 * @param changed whether it changed since the reader last looked at it
 */
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
        Instant createdAt,
        @Nullable LocalDate dueOn,
        boolean changed) {}
