package org.claimtrail.moderation;

import org.claimtrail.support.Coded;

/** What can be hidden at a claim, each for itself. */
public enum Part implements Coded {
    /** The claim in all its wordings. */
    WORDING,
    /** The explanation of its verdict, and what was written for the second review and the decision between two ratings. */
    REASONING,
    /** A piece of evidence: its quoted words, its note and where it is from. */
    EVIDENCE,
    /** The text of a comment. */
    COMMENT,
    /** A person's name wherever it stands at this claim. */
    NAME
}
