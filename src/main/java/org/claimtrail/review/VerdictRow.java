package org.claimtrail.review;

import java.time.Instant;
import org.claimtrail.claim.ClaimState;
import org.jspecify.annotations.Nullable;

/** A public verdict in a list. */
public record VerdictRow(
        long claimId,
        ClaimState state,
        String wording,
        @Nullable String claimantName,
        String ratingCode,
        String ratingLabel,
        String explanation,
        Instant publishedAt,
        Instant modifiedAt,
        String reviewerName,
        long articleId,
        String articleTitle,
        @Nullable String articlePublisher) {}
