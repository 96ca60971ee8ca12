package org.claimtrail.review;

import org.jspecify.annotations.Nullable;

/** What a reviewer writes: the rating's number, if one is chosen yet, and the explanation, which may be empty. */
public record VerdictText(@Nullable Long ratingId, String explanation) {}
