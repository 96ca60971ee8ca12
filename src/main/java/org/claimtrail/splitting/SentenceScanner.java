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
    private static final int MAX_WORD_CHARS = 40;
    private static final int MAX_REFERENCE_DIGITS = 3;
    private static final int MAX_NAME_WORDS = 4;

    private final Lexicon lexicon;
    private final Abbreviations abbreviations;

    SentenceScanner(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.abbreviations = new Abbreviations(lexicon);
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
            int closed = closed(text, at, line.end());
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

    /** Where the closing marks after a mark that ends sentences end; a reference in brackets ("[12]") is one. */
    private static int closed(String text, int from, int end) {
        int at = from;
        int before;
        do {
            before = at;
            while (at < end && (isCloser(text.charAt(at)) || isMistypedCloser(text, at, end))) {
                at++;
            }
            at = afterReference(text, at, end);
            if (at + 1 < end && Tokenizer.isSpace(text.charAt(at)) && isDetachedCloser(text, at + 1, end)) {
                at += 2;
            }
        } while (at > before);
        return at;
    }

    private static int afterReference(String text, int at, int end) {
        if (at >= end || text.charAt(at) != '[') {
            return at;
        }
        int to = at + 1;
        while (to < end && to - at <= MAX_REFERENCE_DIGITS && Character.isDigit(text.charAt(to))) {
            to++;
        }
        return to > at + 1 && to < end && text.charAt(to) == ']' ? to + 1 : at;
    }

    /** A quotation mark between two spaces after a sentence's end. */
    private static boolean isDetachedCloser(String text, int at, int end) {
        char mark = text.charAt(at);
        return (mark == '”' || mark == '"') && (at + 1 == end || Tokenizer.isSpace(text.charAt(at + 1)));
    }

    private boolean ends(String text, Passage line, int start, int mark, int after, int closed) {
        if (!Tokenizer.isSpace(text.charAt(closed)) && !isGlued(text, mark, after, closed, line.end())) {
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
        if (goesOn(text, next, word, line.end()) || isStandingEllipsis(text, start, mark, after)) {
            return false;
        }
        char terminator = text.charAt(mark);
        if (terminator == '.' && after - mark == 1) {
            return !abbreviations.isOne(text, start, mark, wordAt(text, word, line.end()), closed > after);
        }
        if (after - mark > 1 && mark > 0 && "[(".indexOf(text.charAt(mark - 1)) >= 0) {
            return false;
        }
        return closed == after || !isSpeechTag(text, next, line.end());
    }

    /**
     * Whether no sentence starts with what follows a mark.
     *
     * @param next index after the white space
     * @param word index after opening marks
     */
    private static boolean goesOn(String text, int next, int word, int end) {
        int first = text.codePointAt(word);
        return Character.isLowerCase(first) && !isCasedInside(wordAt(text, word, end))
                || text.charAt(next) == ','
                || isClauseMark(first)
                || isEllipsisAt(text, next, end)
                || isSignature(text, next, end);
    }

    /** Whether the space between two sentences is missing: after a quote, or before a word that opens sentences. */
    private boolean isGlued(String text, int mark, int after, int closed, int end) {
        if (!Character.isUpperCase(text.charAt(closed))) {
            return false;
        }
        boolean plain = mark > 1
                && Character.isLowerCase(text.charAt(mark - 1))
                && Character.isLowerCase(text.charAt(mark - 2));
        return closed > after
                || plain
                        && lexicon.has(
                                "sentence starter", wordAt(text, closed, end).toLowerCase(Locale.ROOT));
    }

    /** "al-Marri", "iPhone": words that keep their small letter at the head of a sentence. */
    private static boolean isCasedInside(String word) {
        return word.length() > 1 && word.substring(1).chars().anyMatch(Character::isUpperCase);
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

    private static String wordAt(String text, int at, int end) {
        int to = at;
        while (to < end
                && to < at + MAX_WORD_CHARS
                && (Character.isLetterOrDigit(text.charAt(to)) || to > at && text.charAt(to) == '-')) {
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

    static boolean isTerminator(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…' || c == '。';
    }

    static boolean isCloser(char c) {
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
