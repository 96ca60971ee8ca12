package org.claimtrail.account;

import java.time.Instant;

/**
 * A session as its owner sees it.
 *
 * @param handle names it in a form; it is not what the browser holds, and opens nothing
 * @param here whether it is the one that asks
 */
public record SessionView(
        String handle, String browser, String system, Instant startedAt, Instant lastSeenAt, boolean here) {}
