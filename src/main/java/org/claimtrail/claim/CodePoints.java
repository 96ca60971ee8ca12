package org.claimtrail.claim;

import java.util.ArrayList;
import java.util.List;

/** A text addressed by Unicode code points, each look-up in constant time. */
public final class CodePoints {

    private final String text;
    private final int[] utf16;

    public CodePoints(String text) {
        this.text = text;
        int length = text.codePointCount(0, text.length());
        utf16 = new int[length + 1];
        int at = 0;
        for (int i = 0; i < length; i++) {
            utf16[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        utf16[length] = at;
    }

    /** How many code points the text has. */
    public int length() {
        return utf16.length - 1;
    }

    /** The words from start to end, in code points, end exclusive. */
    public String slice(int start, int end) {
        return text.substring(utf16[start], utf16[end]);
    }

    /** Where these words stand: the start of each occurrence, in code points; overlapping ones too. */
    List<Integer> occurrences(String words) {
        List<Integer> found = new ArrayList<>();
        int codePoint = 0;
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            while (utf16[codePoint] < at) {
                codePoint++;
            }
            if (utf16[codePoint] == at) {
                found.add(codePoint);
            }
        }
        return found;
    }
}
