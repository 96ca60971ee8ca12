package org.claimtrail.splitting;

/** Turns UTF-16 indexes of one text into code point offsets; a lone surrogate is one code point. */
final class OffsetMap {

    private final int length;
    private final int[] codePoints;

    private OffsetMap(int length, int[] codePoints) {
        this.length = length;
        this.codePoints = codePoints;
    }

    static OffsetMap of(String text) {
        int[] codePoints = new int[text.length() + 1];
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            int width = Character.charCount(text.codePointAt(at));
            codePoints[at] = count;
            if (width == 2) {
                codePoints[at + 1] = count;
            }
            at += width;
            count++;
        }
        codePoints[text.length()] = count;
        return new OffsetMap(count, codePoints);
    }

    /** Length of the text in code points. */
    int length() {
        return length;
    }

    /** The code point offset of a UTF-16 index between 0 and the text's length. */
    int at(int index) {
        return codePoints[index];
    }

    Span span(int start, int end) {
        return new Span(codePoints[start], codePoints[end]);
    }
}
