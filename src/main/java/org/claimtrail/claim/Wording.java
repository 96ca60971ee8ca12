package org.claimtrail.claim;

import org.jspecify.annotations.Nullable;

/** What people edit of a claim: the proposition in words, its kind, and who said it. */
public record Wording(
        String text,
        Kind kind,
        @Nullable String claimantName,
        @Nullable String claimantRole) {}
