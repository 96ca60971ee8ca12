package org.claimtrail.discussion.web;

import org.jspecify.annotations.Nullable;

/** Where a comment's forms lead back to. */
final class Place {

    private Place() {}

    /** @param back {@code claim} where the form stood on the claim's own page */
    static String of(long claimId, @Nullable String back) {
        return "/claims/" + claimId + ("claim".equals(back) ? "" : "/discussion");
    }
}
