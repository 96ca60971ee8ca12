package org.claimtrail.splitting;

/**
 * A stretch of the text while it is being split.
 *
 * @param start UTF-16 index, 0-based
 * @param end UTF-16 index after the last
 */
record Passage(int start, int end) {

    String in(String text) {
        return text.substring(start, end);
    }

    int length() {
        return end - start;
    }

    boolean isEmpty() {
        return end <= start;
    }

    /** The passage without white space at either end. */
    Passage trimmed(String text) {
        int from = start;
        int to = end;
        while (from < to && Tokenizer.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && Tokenizer.isSpace(text.charAt(to - 1))) {
            to--;
        }
        return new Passage(from, to);
    }
}
