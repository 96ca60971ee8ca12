package org.claimtrail.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A flag of a case; without a name it is a reader's. */
public record FlagView(
        long id, Problem problem, String note, @Nullable String raisedByName, Instant raisedAt) {}
