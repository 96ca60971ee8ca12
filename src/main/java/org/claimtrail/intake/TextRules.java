package org.claimtrail.intake;

/** What a text must be to be stored: not empty, not too long, and made of whole characters the database can hold. */
final class TextRules {

    /** The longest text taken, in Unicode code points. */
    static final int MAX_CODE_POINTS = 1_000_000;

    private TextRules() {}

    /** Returns the very text, or throws {@link IntakeRefused} naming the line (from 1) of what is wrong. */
    static String checked(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > MAX_CODE_POINTS) {
            throw new IntakeRefused("intake.refused.too-long", length, MAX_CODE_POINTS);
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw new IntakeRefused("intake.refused.nul", lineOf(text, nul));
        }
        int surrogate = loneSurrogate(text);
        if (surrogate >= 0) {
            throw new IntakeRefused("intake.refused.lone-surrogate", lineOf(text, surrogate));
        }
        if (isBlank(text)) {
            throw new IntakeRefused("intake.refused.empty");
        }
        return text;
    }

    /** The UTF-16 index of the first half of a character without its other half, or -1. */
    static int loneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int c = text.codePointAt(i);
                if (!Character.isSupplementaryCodePoint(c)) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    /** Whether nothing in the text shows on a page. */
    static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    /** The line, from 1, on which the character at this UTF-16 index stands; LF, CR and CRLF end a line. */
    static int lineOf(CharSequence text, int index) {
        int line = 1;
        for (int i = 0; i < index; i++) {
            char c = text.charAt(i);
            boolean firstOfCrLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !firstOfCrLf) {
                line++;
            }
        }
        return line;
    }

    static boolean hasBidirectionalControls(String text) {
        return text.chars().anyMatch(c -> c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069);
    }
}
