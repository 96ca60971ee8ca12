package org.claimtrail.review;

/** What a reviewer writes about the use of a source; texts may be empty. */
public record EvidenceText(Stance stance, String quotedPassage, String note) {}
