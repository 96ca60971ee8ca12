package org.claimtrail.support;

import org.jspecify.annotations.Nullable;

/** The rule for the reasons that people give for what they do. */
public final class Reasons {

    public static final int MAX = 2_000;

    private Reasons() {}

    /**
     * The reason as it is kept.
     *
     * @throws Refused where it is empty, too long or cannot be stored
     */
    public static String required(@Nullable String typed) {
        String reason = optional(typed);
        if (reason == null) {
            throw new Refused("support.reason.missing");
        }
        return reason;
    }

    /** As {@link #required}, null where nothing was typed. */
    public static @Nullable String optional(@Nullable String typed) {
        String reason = Texts.orNull(typed);
        if (reason == null) {
            return null;
        }
        if (Texts.unstorable(reason)) {
            throw new Refused("support.not-storable");
        }
        if (reason.codePointCount(0, reason.length()) > MAX) {
            throw new Refused("support.reason.too-long", MAX);
        }
        return reason;
    }
}
