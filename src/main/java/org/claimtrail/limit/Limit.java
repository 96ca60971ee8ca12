package org.claimtrail.limit;

import org.claimtrail.support.Coded;

/** What is limited. Each has its own rate in the settings, under its code with hyphens. */
public enum Limit implements Coded {

    /** Pages of every kind, by address. */
    REQUESTS,
    /** Attempts to sign in, to set up the desk or to use an invitation, by address. */
    SIGN_INS,
    /** Links for a new password, by address and by the e-mail address that was typed. */
    PASSWORD_RESETS,
    /** What somebody without an account sends in, by address. */
    VISITOR_ACTIONS,
    /** Searches for words. */
    SEARCHES,
    /** Articles brought in. */
    IMPORTS,
    /** Refusals that the audit log takes down, so that nobody fills it. */
    RECORDED_REFUSALS,
    /** Files taken away. */
    EXPORTS
}
