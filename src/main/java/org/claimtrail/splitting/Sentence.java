package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.claimtrail.splitting.Token.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with its words. Quotation marks and what stands in parentheses are left out of the words that clause rules
 * read, but never out of the passages they yield.
 */
final class Sentence {

    /** A text without one full stop in so many words is no prose that could be taken apart. */
    static final int MAX_WORDS = 300;

    private static final int MAX_PARENTHESIS_WORDS = 40;

    final String text;
    final Passage passage;
    final List<Token> all;
    final List<Token> words = new ArrayList<>();
    /** For each word, whether it stands inside quotation marks. */
    final BitSet quoted = new BitSet();
    /** For each word, whether a quotation mark stands directly before it. */
    final BitSet afterMark = new BitSet();
    /** Whether a quote from the sentence before is still open where this one starts. */
    final boolean opensQuoted;

    final boolean endsQuoted;
    /** Whether it is prose short enough to be taken apart; if not, its words have no parts of speech. */
    boolean readable = true;

    /** Its speech tags in order. */
    List<SpeechTag> tags = List.of();
    /** The first of them, which its claims are read with. */
    @Nullable
    SpeechTag tag;
    /** Who speaks where the sentence stands in a quote that it does not itself attribute. */
    @Nullable
    String carriedSpeaker;

    Sentence(String text, Passage passage, List<Token> all, boolean opensQuoted) {
        this.text = text;
        this.passage = passage;
        this.all = all;
        this.opensQuoted = opensQuoted;
        this.endsQuoted = read();
    }

    private boolean read() {
        boolean open = opensQuoted;
        boolean mark = false;
        int skipTo = -1;
        for (int i = 0; i < all.size(); i++) {
            Token token = all.get(i);
            if (isMark(i)) {
                open = isOpening(i, open);
                mark = true;
                continue;
            }
            if (i > skipTo && (token.text().equals("(") || token.text().equals("["))) {
                skipTo = closing(i);
            }
            if (i <= skipTo || token.text().equals(")") || token.text().equals("]")) {
                continue;
            }
            quoted.set(words.size(), open);
            afterMark.set(words.size(), mark);
            words.add(token);
            mark = false;
        }
        return open;
    }

    private int closing(int opening) {
        for (int i = opening + 1; i < all.size() && i - opening <= MAX_PARENTHESIS_WORDS; i++) {
            String mark = all.get(i).text();
            if (mark.equals(")") || mark.equals("]")) {
                return i;
            }
        }
        return opening;
    }

    private boolean isMark(int at) {
        Token token = all.get(at);
        return token.isQuote() || token.text().equals("'") && token.is(Tag.PUNCT, Tag.PART, Tag.X, Tag.NOUN);
    }

    private boolean isOpening(int at, boolean open) {
        Token token = all.get(at);
        if (!token.isQuote()) {
            return open;
        }
        if (token.end() >= passage.end() && token.start() > passage.start()) {
            return false;
        }
        boolean spaceBefore = token.start() == passage.start() || isOpenBefore(text.charAt(token.start() - 1));
        boolean spaceAfter = token.end() >= passage.end() || Tokenizer.isSpace(text.charAt(token.end()));
        if (spaceBefore != spaceAfter || token.start() == passage.start()) {
            return spaceBefore;
        }
        char c = text.charAt(token.start());
        boolean directed = "“„«”»".indexOf(c) >= 0;
        return directed ? "“„«".indexOf(c) >= 0 : !open;
    }

    private static boolean isOpenBefore(char c) {
        return Tokenizer.isSpace(c) || c == '(' || c == '[' || c == '—' || c == '–' || c == '-';
    }

    /** Whether all of it but closing marks stands in quotation marks. */
    boolean isAllQuoted() {
        int last = words.size();
        while (last > 0 && words.get(last - 1).isPunctuation()) {
            last--;
        }
        return last > 0 && quoted.nextClearBit(0) >= last;
    }

    Token word(int index) {
        return words.get(index);
    }

    int size() {
        return words.size();
    }

    /** The passage of words {@code from} to {@code to} (exclusive), with a parenthesis that follows directly. */
    Passage passage(int from, int to) {
        int start = words.get(from).start();
        int end = words.get(to - 1).end();
        int limit = to < words.size() ? words.get(to).start() : passage.end();
        int at = end;
        while (at < limit && Tokenizer.isSpace(text.charAt(at))) {
            at++;
        }
        if (at < limit && text.charAt(at) == '(') {
            int close = text.lastIndexOf(')', limit);
            if (close > at && close < limit) {
                end = close + 1;
            }
        } else if (end < limit && "\"”".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return new Passage(start, end);
    }
}
