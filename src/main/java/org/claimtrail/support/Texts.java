package org.claimtrail.support;

import org.jspecify.annotations.Nullable;

/** Small rules on typed text. */
public final class Texts {

    private Texts() {}

    /** The text without white space at its ends, with the LF line ends of {@link #lines}; null where nothing is left. */
    public static @Nullable String orNull(@Nullable String typed) {
        if (typed == null || typed.codePoints().allMatch(Texts::isInvisible)) {
            return null;
        }
        return lines(typed).strip();
    }

    private static boolean isInvisible(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c) && c != 0
                || Character.getType(c) == Character.FORMAT;
    }

    /** As {@link #orNull}, with an empty text in place of null. */
    public static String orEmpty(@Nullable String typed) {
        String text = orNull(typed);
        return text == null ? "" : text;
    }

    /** Words to search for: as {@link #orNull}, without NUL, cut after 200 characters. */
    public static @Nullable String searched(@Nullable String typed) {
        String text = orNull(typed);
        if (text == null) {
            return null;
        }
        String clean = text.replace("\0", "");
        return clean.codePointCount(0, clean.length()) <= 200
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, 200));
    }

    /** A browser sends CRLF for each line end typed into a form; the desk keeps LF. */
    public static String lines(String typed) {
        return typed.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Whether the text holds a NUL or an unpaired surrogate. */
    public static boolean unstorable(CharSequence text) {
        return text.codePoints()
                .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
