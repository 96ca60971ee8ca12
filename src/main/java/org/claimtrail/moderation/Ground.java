package org.claimtrail.moderation;

import org.claimtrail.support.Coded;

/** Why something is hidden, in the word that readers see. */
public enum Ground implements Coded {
    SPAM,
    INSULT,
    PRIVATE,
    UNLAWFUL,
    OTHER
}
