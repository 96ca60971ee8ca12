package org.claimtrail.proof;

import org.claimtrail.history.Hash;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint that somebody knows from outside: from an export, a feed, or a page that was saved.
 *
 * @param number null where only its hash is known
 */
public record Pin(@Nullable Integer number, Hash hash) {

    /**
     * Reads {@code NUMBER:HASH} or {@code HASH}.
     *
     * @throws IllegalArgumentException where it is neither
     */
    public static Pin parse(String text) {
        if (!text.matches("(?:\\d{1,9}:)?[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not NUMBER:HASH: " + text);
        }
        int colon = text.indexOf(':');
        Integer number = colon < 0 ? null : Integer.valueOf(text.substring(0, colon));
        return new Pin(number, Hash.parse(text.substring(colon + 1)));
    }

    String place() {
        return number == null ? "some checkpoint" : "checkpoint " + number;
    }
}
