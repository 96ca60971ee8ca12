package org.claimtrail.splitting;

import java.util.Locale;

/** Why a sentence holds nothing to check. */
public enum NotCheckable {
    /** It evaluates, wishes or demands. */
    OPINION,
    /** It forecasts without a date or a plan that could be tested. */
    PREDICTION,
    /** It names nobody and nothing that evidence could settle. */
    VAGUE,
    /** It tells of the speaker's own mind or life. */
    PRIVATE,
    /** It is no whole statement. */
    FRAGMENT;

    /** The name used in files and in the database: lower snake case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The answer with that code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static NotCheckable of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
