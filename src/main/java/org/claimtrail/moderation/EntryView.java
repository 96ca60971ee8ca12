package org.claimtrail.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One decision, with what it was about. */
public record EntryView(
        long id,
        Instant at,
        String actorName,
        Decision decision,
        String reason,
        @Nullable Long claimId,
        @Nullable String wording,
        @Nullable String accountName,
        @Nullable Long caseId,
        Target target,
        @Nullable String part) {}
