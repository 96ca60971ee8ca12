package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a line of prose into sentences. A full stop after an abbreviation or an initial ends none unless a word follows
 * that opens sentences; closing quotation marks belong to the sentence they close; a quote and its speech tag are one.
 */
final class SentenceScanner {

    private static final int TAG_WORDS = 6;
    private static final int LOOK_BACK_CHARS = 40;
    private static final int MAX_NAME_WORDS = 4;

    private final Lexicon lexicon;

    SentenceScanner(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    List<Passage> sentences(String text, Passage line) {
        List<Passage> sentences = new ArrayList<>();
        int start = line.start();
        int at = line.start();
        while (at < line.end()) {
            if (!isTerminator(text.charAt(at))) {
                at++;
                continue;
            }
            int mark = at;
            while (at < line.end() && isTerminator(text.charAt(at))) {
                at++;
            }
            int closed = at;
            while (closed < line.end()
                    && (isCloser(text.charAt(closed)) || isMistypedCloser(text, closed, line.end()))) {
                closed++;
            }
            if (closed < line.end() && ends(text, line, start, mark, at, closed)) {
                add(sentences, new Passage(start, closed).trimmed(text));
                start = closed;
            }
            at = Math.max(at, closed);
        }
        add(sentences, new Passage(start, line.end()).trimmed(text));
        return sentences;
    }

    private static void add(List<Passage> sentences, Passage sentence) {
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
    }

    private boolean ends(String text, Passage line, int start, int mark, int after, int closed) {
        boolean glued = !Tokenizer.isSpace(text.charAt(closed));
        if (glued && !(closed > after && Character.isUpperCase(text.charAt(closed)))) {
            return false;
        }
        int next = closed;
        while (next < line.end() && Tokenizer.isSpace(text.charAt(next))) {
            next++;
        }
        int word = next;
        while (word < line.end() && isOpener(text.charAt(word))) {
            word++;
        }
        if (word >= line.end()) {
            return word > next || next >= line.end();
        }
        int first = text.codePointAt(word);
        if (Character.isLowerCase(first) || text.charAt(next) == ',' || isClauseMark(first)) {
            return false;
        }
        if (isStandingEllipsis(text, start, mark, after) || isEllipsisAt(text, next, line.end())) {
            return false;
        }
        if (isSignature(text, next, line.end())) {
            return false;
        }
        char terminator = text.charAt(mark);
        if (terminator == '.' && after - mark == 1) {
            return !isAbbreviated(text, start, mark, wordAt(text, word, line.end()), closed > after);
        }
        if (after - mark > 1 && mark > 0 && text.charAt(mark - 1) == '[') {
            return false;
        }
        return closed == after || !isSpeechTag(text, next, line.end());
    }

    /** "… ... …" between two spaces stands for words left out. */
    private static boolean isStandingEllipsis(String text, int start, int mark, int after) {
        boolean ellipsis = after - mark > 1 || text.charAt(mark) == '…';
        return ellipsis && mark > start && Tokenizer.isSpace(text.charAt(mark - 1));
    }

    private static boolean isEllipsisAt(String text, int at, int end) {
        return at + 1 < end && (text.charAt(at) == '…' || text.charAt(at) == '.' && text.charAt(at + 1) == '.');
    }

    /** Whether nothing but a name follows up to the line's end. */
    private static boolean isSignature(String text, int next, int end) {
        int words = 0;
        int at = next;
        while (at < end) {
            String word = wordAt(text, at, end);
            if (word.isEmpty() || !Character.isUpperCase(word.charAt(0)) || ++words > MAX_NAME_WORDS) {
                return false;
            }
            at += word.length();
            while (at < end && Tokenizer.isSpace(text.charAt(at))) {
                at++;
            }
        }
        return words > 1;
    }

    private static boolean isClauseMark(int c) {
        return c == ',' || c == ';' || c == ':' || c == ')' || c == '―' || c == '—' || c == '–' || c == '-';
    }

    private boolean isAbbreviated(String text, int start, int mark, String next, boolean quoted) {
        int from = mark;
        int limit = Math.max(start, mark - LOOK_BACK_CHARS);
        while (from > limit && isWordCharacter(text.charAt(from - 1))) {
            from--;
        }
        String before = text.substring(from, mark);
        String lower = before.toLowerCase(Locale.ROOT);
        if (before.isEmpty()) {
            return false;
        }
        boolean starter = lexicon.has("sentence starter", next.toLowerCase(Locale.ROOT));
        if (lexicon.has("abbreviation", lower)) {
            boolean numbered = lower.equals("no") || lower.equals("nos") || lower.equals("fig");
            boolean digits = !next.isEmpty() && Character.isDigit(next.charAt(0));
            return numbered ? digits : !quoted;
        }
        if (before.length() == 1 && Character.isUpperCase(before.charAt(0))) {
            return !starter;
        }
        if (isListNumber(text, start, from, before)) {
            return true;
        }
        boolean dotted = before.indexOf('.') > 0 && before.length() <= 8;
        if (dotted || lexicon.has("soft abbreviation", lower)) {
            return !starter && !quoted;
        }
        return false;
    }

    /** "3." at the start of a line counts its items. */
    private static boolean isListNumber(String text, int start, int from, String before) {
        return from == start && before.length() <= 2 && before.chars().allMatch(Character::isDigit);
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || Tokenizer.isApostrophe(c);
    }

    private static String wordAt(String text, int at, int end) {
        int to = at;
        while (to < end && to < at + LOOK_BACK_CHARS && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        return text.substring(at, to);
    }

    /** Whether "Macron told the world" or "said Ada Brook" follows the quote that ended in a mark of its own. */
    private boolean isSpeechTag(String text, int next, int end) {
        int at = next;
        for (int words = 0; words < TAG_WORDS && at < end; words++) {
            String word = wordAt(text, at, end);
            if (word.isEmpty()) {
                return false;
            }
            if (lexicon.has("quote cue", word.toLowerCase(Locale.ROOT))) {
                return true;
            }
            boolean name = Character.isUpperCase(word.charAt(0)) || word.equals("the") || word.equals("of");
            if (!name) {
                return false;
            }
            at += word.length();
            while (at < end && Tokenizer.isSpace(text.charAt(at))) {
                at++;
            }
        }
        return false;
    }

    private static boolean isTerminator(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…' || c == '。';
    }

    private static boolean isCloser(char c) {
        return c == '"' || c == '”' || c == '’' || c == '\'' || c == ')' || c == ']' || c == '»';
    }

    /** An opening mark with no word after it closes. */
    private static boolean isMistypedCloser(String text, int at, int end) {
        return text.charAt(at) == '“' && (at + 1 == end || Tokenizer.isSpace(text.charAt(at + 1)));
    }

    private static boolean isOpener(char c) {
        return c == '"' || c == '“' || c == '‘' || c == '\'' || c == '(' || c == '[' || c == '«' || c == '„';
    }
}
