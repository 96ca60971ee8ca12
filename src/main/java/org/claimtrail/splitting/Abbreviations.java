package org.claimtrail.splitting;

import java.util.Locale;

/** Tells a full stop that shortens a word, marks an initial or counts items of a list from one that ends a sentence. */
final class Abbreviations {

    private static final int MAX_WORD_CHARS = 40;
    private static final int MAX_DOTTED_CHARS = 8;
    private static final int MAX_LIST_NUMBER_CHARS = 5;
    /** Words a sentence has at least: "At 9 a.m. Brook left" has no end after the clock. */
    private static final int MIN_SENTENCE_WORDS = 6;

    private final Lexicon lexicon;

    Abbreviations(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * Whether the sentence goes on after a full stop that a capital, a digit or a mark follows.
     *
     * @param start index where the sentence starts
     * @param stop index of the full stop
     * @param next the word after it, empty where none follows directly
     * @param quoted whether a closing mark stands between
     */
    boolean isOne(String text, int start, int stop, String next, boolean quoted) {
        String before = wordBefore(text, start, stop);
        String lower = before.toLowerCase(Locale.ROOT);
        int from = stop - before.length();
        if (before.isEmpty()) {
            return false;
        }
        if (from == start && isListNumber(before)) {
            return true;
        }
        boolean starter = lexicon.has("sentence starter", next.toLowerCase(Locale.ROOT));
        if (lexicon.has("numbered abbreviation", lower)) {
            return !next.isEmpty() && Character.isDigit(next.charAt(0));
        }
        if (lexicon.has("abbreviation", lower)) {
            return !quoted;
        }
        if (before.length() == 1 && Character.isUpperCase(before.charAt(0))) {
            return !starter && !isLetter(before, wordBefore(text, start, endOfWordBefore(text, start, from)));
        }
        if (lexicon.has("clock", lower)) {
            return !starter && !quoted && (isClockCompanion(next) || isShort(text, start, from));
        }
        boolean dotted = before.indexOf('.') > 0 && before.length() <= MAX_DOTTED_CHARS;
        return (dotted || lexicon.has("soft abbreviation", lower)) && !starter && !quoted;
    }

    private static String wordBefore(String text, int start, int end) {
        int from = end;
        int limit = Math.max(start, end - MAX_WORD_CHARS);
        while (from > limit && isWordCharacter(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, end);
    }

    private static int endOfWordBefore(String text, int start, int from) {
        int end = from;
        while (end > start && Tokenizer.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || Tokenizer.isApostrophe(c);
    }

    /** "3.", "1.2.", "IV." or "B." at the start of a line counts its items. */
    private static boolean isListNumber(String before) {
        return before.length() <= MAX_LIST_NUMBER_CHARS
                && (before.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.')
                        || before.chars().allMatch(c -> "IVX".indexOf(c) >= 0)
                        || before.length() == 1 && Character.isUpperCase(before.charAt(0)));
    }

    /** "than I.", "hepatitis C.": a letter that is no initial. */
    private boolean isLetter(String letter, String before) {
        boolean small = !before.isEmpty() && Character.isLowerCase(before.charAt(0));
        return letter.equals("I") && small || lexicon.has("lettered", before.toLowerCase(Locale.ROOT));
    }

    /** A day, a month or a time zone stays with the clock before it. */
    private boolean isClockCompanion(String next) {
        String lower = next.toLowerCase(Locale.ROOT);
        boolean zone = next.length() > 1 && next.chars().allMatch(Character::isUpperCase);
        return next.isEmpty()
                || zone
                || Character.isDigit(next.charAt(0))
                || lexicon.has("weekday", lower)
                || lexicon.has("month", lower)
                || lexicon.has("time zone", lower);
    }

    private static boolean isShort(String text, int start, int end) {
        int words = 0;
        for (int i = start; i < end && words < MIN_SENTENCE_WORDS; i++) {
            boolean space = Tokenizer.isSpace(text.charAt(i));
            words += space && i > start && !Tokenizer.isSpace(text.charAt(i - 1)) ? 1 : 0;
        }
        return words < MIN_SENTENCE_WORDS;
    }
}
