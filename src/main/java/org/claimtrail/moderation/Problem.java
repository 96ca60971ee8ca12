package org.claimtrail.moderation;

import org.claimtrail.support.Coded;

/** What somebody reports with a flag. */
public enum Problem implements Coded {
    WRONG,
    OUTDATED,
    SOURCE,
    OFFENSIVE,
    PRIVATE,
    SPAM,
    OTHER
}
