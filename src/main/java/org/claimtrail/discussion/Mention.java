package org.claimtrail.discussion;

/** Somebody who can be told of a comment, or was. */
public record Mention(long accountId, String name) {}
