package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run of letters, a run of digits or one mark, as times are read: "04th" and "8am" are two of them.
 *
 * @param start UTF-16 index in the text
 * @param end UTF-16 index after the last
 * @param lower its characters in lower case
 * @param capital whether it starts with a capital
 * @param spaced whether white space stands before it
 */
record TimeWord(int start, int end, String lower, boolean capital, boolean spaced) {

    /** Nothing: what stands before the first and after the last word. */
    static final TimeWord NONE = new TimeWord(0, 0, "", false, true);

    /** Longer runs are no part of a time. */
    private static final int MAX_CHARS = 24;

    private enum Kind {
        LETTERS,
        DIGITS,
        MARK
    }

    static List<TimeWord> in(String text, Passage passage) {
        List<TimeWord> words = new ArrayList<>();
        boolean spaced = true;
        int at = passage.start();
        while (at < passage.end()) {
            int codePoint = text.codePointAt(at);
            int next = Math.min(passage.end(), at + Character.charCount(codePoint));
            if (Tokenizer.isSpace(codePoint)) {
                spaced = true;
                at = next;
                continue;
            }
            Kind kind = kind(codePoint);
            while (kind != Kind.MARK && next < passage.end() && kind(text.codePointAt(next)) == kind) {
                next = Math.min(passage.end(), next + Character.charCount(text.codePointAt(next)));
            }
            String lower = next - at > MAX_CHARS
                    ? "?"
                    : Tokenizer.straight(text.substring(at, next)).toLowerCase(Locale.ROOT);
            words.add(new TimeWord(at, next, lower, Character.isUpperCase(codePoint), spaced));
            spaced = false;
            at = next;
        }
        return words;
    }

    private static Kind kind(int codePoint) {
        if (codePoint >= '0' && codePoint <= '9') {
            return Kind.DIGITS;
        }
        return Character.isLetter(codePoint) ? Kind.LETTERS : Kind.MARK;
    }

    boolean isDigits() {
        return !lower.isEmpty() && lower.charAt(0) >= '0' && lower.charAt(0) <= '9';
    }

    boolean isLetters() {
        return !lower.isEmpty() && Character.isLetter(lower.charAt(0));
    }
}
