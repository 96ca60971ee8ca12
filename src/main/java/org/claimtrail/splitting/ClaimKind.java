package org.claimtrail.splitting;

import java.util.Locale;

/** What a claim is about. */
public enum ClaimKind {
    /** The number is the point. */
    QUANTITY,
    /** Something that happened or holds. */
    EVENT,
    /** A plan, a schedule or a dated commitment. */
    DATE_PLAN,
    /** The reported position, demand, allegation, promise or denial is itself the point. */
    ATTRIBUTION,
    /** A forecast by the writer or by somebody reported. */
    PREDICTION,
    /** An evaluation, a feeling, a wish, or what ought to be. */
    OPINION;

    /** The name used in files and in the database: lower snake case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind with that code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ClaimKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
