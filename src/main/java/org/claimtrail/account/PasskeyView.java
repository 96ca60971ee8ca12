package org.claimtrail.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A passkey as its owner sees it. */
public record PasskeyView(
        long id, String label, Instant createdAt, @Nullable Instant lastUsedAt) {}
