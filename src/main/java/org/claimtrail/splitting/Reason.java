package org.claimtrail.splitting;

import java.util.Locale;

/** Why a passage is worth checking. */
public enum Reason {
    QUANTITY,
    DATE,
    NAMED_ACTOR,
    PAST_EVENT,
    COMPARISON,
    ANNOUNCED_PLAN,
    OFFICIAL_POSITION,
    REPORTED_SPEECH,
    RULE_IN_FORCE,
    CAUSE,
    /** It names somebody or something, if not as its subject. */
    NAMED,
    /** Nothing else that can be named: its sentence is worded like those that were chosen for checking. */
    WORDING;

    /** The name used in files and in the database: lower snake case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The reason with that code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Reason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
