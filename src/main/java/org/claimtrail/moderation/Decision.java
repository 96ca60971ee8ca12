package org.claimtrail.moderation;

import org.claimtrail.support.Coded;

/** What an admin decided. To keep things as they are is a decision too. */
public enum Decision implements Coded {
    KEPT,
    HIDDEN,
    SHOWN,
    LOCKED,
    UNLOCKED,
    WITHDRAWN,
    SUSPENDED,
    REINSTATED
}
