package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.splitting.Token.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The words that say who said the rest of a sentence: "…, said Ada Brook", "…," the ministry added, "according to …".
 *
 * @param sourceStart index of the first word of the source
 * @param sourceEnd index after its last
 * @param cueStart index of the first reporting word
 * @param cueEnd index after the last
 * @param start index of the first word of the tag, its opening comma included
 * @param end index after its last word
 */
record SpeechTag(int sourceStart, int sourceEnd, int cueStart, int cueEnd, int start, int end) {

    private static final int MAX_SOURCE_WORDS = 25;
    private static final int MAX_TAIL_WORDS = 25;
    private static final int MIN_CONTENT_WORDS = 3;

    /** The tags of the sentence in order, none inside another. */
    static List<SpeechTag> in(Lexicon lexicon, Sentence sentence) {
        List<SpeechTag> tags = new ArrayList<>();
        int at = 0;
        while (at < sentence.size()) {
            SpeechTag tag = at(lexicon, sentence, at);
            if (tag != null && (tags.isEmpty() || tags.get(tags.size() - 1).end() <= tag.start())) {
                tags.add(tag);
                at = Math.max(at + 1, tag.end());
            } else {
                at++;
            }
        }
        return tags;
    }

    private static @Nullable SpeechTag at(Lexicon lexicon, Sentence sentence, int at) {
        Token word = sentence.word(at);
        if (word.isWord("according")
                && at + 2 < sentence.size()
                && sentence.word(at + 1).isWord("to")) {
            return according(sentence, at);
        }
        boolean known = lexicon.has("quote cue", word.lower()) && word.is(Tag.VERB, Tag.AUX, Tag.NOUN);
        boolean put = isPutIt(sentence, at);
        boolean verb = put || word.is(Tag.VERB) && Cues.isForm(lexicon, "statement verb", word.lower());
        boolean insideQuote = sentence.quoted.get(at) && sentence.quoted.nextClearBit(0) < sentence.size();
        if (!known && !verb
                || insideQuote
                || at > 0 && sentence.word(at - 1).is(Tag.DET)
                || word.isCapitalised() && at > 0
                || word.lower().endsWith("ing")) {
            return null;
        }
        SpeechTag tag = inverted(lexicon, sentence, at);
        return tag == null ? after(lexicon, sentence, at) : tag;
    }

    /** "as the mayor put it". */
    private static boolean isPutIt(Sentence sentence, int at) {
        return (sentence.word(at).isWord("put") || sentence.word(at).isWord("puts"))
                && at + 1 < sentence.size()
                && sentence.word(at + 1).isWord("it");
    }

    private static @Nullable SpeechTag according(Sentence sentence, int at) {
        int end = at + 2;
        while (end < sentence.size() && !isSourceEnd(sentence, end) && end - at < MAX_SOURCE_WORDS) {
            end++;
        }
        boolean opens = at <= 1;
        boolean comma = end < sentence.size() && sentence.word(end).isComma();
        if (end == at + 2 || opens && !comma) {
            return null;
        }
        int start = !opens && sentence.word(at - 1).isComma() ? at - 1 : at;
        return new SpeechTag(at + 2, end, at, at + 2, start, opens ? end + 1 : end);
    }

    /** A comma inside a date ends no source. */
    private static boolean isSourceEnd(Sentence sentence, int at) {
        boolean dated = sentence.word(at).isComma()
                && at + 1 < sentence.size()
                && sentence.word(at + 1).is(Tag.NUM)
                && sentence.word(at - 1).is(Tag.NUM);
        return sentence.word(at).isPunctuation() && !dated;
    }

    /** "…, said Ada Brook, who leads it". */
    private static @Nullable SpeechTag inverted(Lexicon lexicon, Sentence sentence, int cue) {
        if (cue < 2 || cue + 1 >= sentence.size() || !isContentEnd(sentence, cue)) {
            return null;
        }
        Token next = sentence.word(cue + 1);
        boolean day = lexicon.has("weekday", next.lower()) || lexicon.has("month", next.lower());
        boolean source = !day && next.is(Tag.PROPN, Tag.DET, Tag.NOUN, Tag.ADJ, Tag.NUM)
                || !day && next.isCapitalised()
                || lexicon.has("person pronoun", next.lower());
        boolean closed = closesQuote(sentence, cue);
        if (!closed && !lexicon.has("quote cue", sentence.word(cue).lower())) {
            return null;
        }
        int end = cue + 1;
        while (end < sentence.size() && !sentence.word(end).isPunctuation() && !sentence.afterMark.get(end)) {
            if (end > cue + 1
                    && closed
                    && sentence.word(end).is(Tag.SCONJ)
                    && !sentence.word(end).isWord("that")) {
                break;
            }
            if (end > cue + 1 && sentence.word(end).is(Tag.VERB, Tag.AUX)) {
                return null;
            }
            end++;
        }
        if (!source || end == cue + 1 || end - cue > MAX_SOURCE_WORDS) {
            return null;
        }
        boolean opens = end < sentence.size() && sentence.afterMark.get(end) && sentence.quoted.get(end);
        if (opens && !closed && !sentence.word(end - 1).isPunctuation()) {
            return null;
        }
        int start = sentence.word(cue - 1).isComma() ? cue - 1 : cue;
        return new SpeechTag(cue + 1, end, cue, cue + 1, start, apposition(lexicon, sentence, end));
    }

    /** Takes in ", a spokesman for the port" up to the sentence's end or the comma that closes it. */
    private static int apposition(Lexicon lexicon, Sentence sentence, int end) {
        boolean remark = end < sentence.size() && sentence.word(end).is(Tag.SCONJ);
        if (!remark
                && (end + 1 >= sentence.size() || !sentence.word(end).isComma() || sentence.afterMark.get(end + 1))) {
            return end;
        }
        Token first = sentence.word(Math.min(end + 1, sentence.size() - 1));
        if (!remark && !first.is(Tag.DET, Tag.NOUN, Tag.PROPN, Tag.NUM, Tag.ADJ) && !first.isWord("who")) {
            return end;
        }
        int to = end + 1;
        while (to < sentence.size() && !sentence.word(to).isPunctuation()) {
            to++;
        }
        return to;
    }

    /** "…, Ada Brook said on Monday". */
    private static @Nullable SpeechTag after(Lexicon lexicon, Sentence sentence, int cue) {
        int source = cue;
        while (source > 0
                && sentence.word(source - 1).is(Tag.ADV, Tag.AUX)
                && !sentence.word(source - 1).isCapitalised()) {
            source--;
        }
        int sourceEnd = source;
        if (source > 1 && sentence.word(source - 1).isComma() && !sentence.afterMark.get(source)) {
            source = insertionStart(sentence, source - 1);
        }
        while (source > 0 && cue - source < MAX_SOURCE_WORDS && !isContentEnd(sentence, source)) {
            Token before = sentence.word(source - 1);
            if (before.isWord("as")) {
                break;
            }
            if (!before.isCapitalised()
                            && !before.is(
                                    Tag.NOUN, Tag.PROPN, Tag.DET, Tag.ADJ, Tag.PRON, Tag.NUM, Tag.ADP, Tag.PART, Tag.X)
                            && !before.isWord("and")
                    || lexicon.has("relative", before.lower())) {
                return null;
            }
            source--;
        }
        boolean as = source > 1 && sentence.word(source - 1).isWord("as");
        if (as) {
            source--;
        }
        boolean closed = closesQuote(sentence, source);
        if (source < (closed ? 1 : MIN_CONTENT_WORDS)
                || source == sourceEnd
                || !isContentEnd(sentence, source)
                || !as
                        && sentence.word(source).is(Tag.CCONJ, Tag.ADP)
                        && !sentence.word(source).isCapitalised()) {
            return null;
        }
        int end = tail(lexicon, sentence, cue, closed);
        if (end < 0) {
            return null;
        }
        int start = sentence.word(source - 1).isComma() ? source - 1 : source;
        return new SpeechTag(as ? source + 1 : source, sourceEnd, cue, cue + 1, start, end);
    }

    /**
     * "“…,” Ada Brook, who leads it, said": where a source begins that is described up to the comma at the index, all
     * words since the quote closed; index after the comma where none did.
     */
    private static int insertionStart(Sentence sentence, int comma) {
        for (int i = comma - 1; i > 0 && comma - i < MAX_SOURCE_WORDS && !sentence.quoted.get(i); i--) {
            boolean nominal =
                    sentence.word(i).isCapitalised() || sentence.word(i).is(Tag.DET, Tag.NOUN);
            if (closesQuote(sentence, i) && nominal) {
                return i;
            }
        }
        return comma + 1;
    }

    /** Index after "reporters", "on Monday" and the like, or -1 where what follows is content and not a tail. */
    private static int tail(Lexicon lexicon, Sentence sentence, int cue, boolean closed) {
        int from = isPutIt(sentence, cue) ? cue + 2 : cue + 1;
        boolean recipient =
                Cues.isForm(lexicon, "recipient verb", sentence.word(cue).lower());
        if (recipient && from < sentence.size() && !sentence.afterMark.get(from)) {
            from = NounPhrases.end(sentence.words, from);
        }
        if (from < sentence.size() && isObject(lexicon, sentence, from)) {
            return -1;
        }
        int at = from;
        while (at < sentence.size() && !sentence.word(at).isPunctuation() && !sentence.afterMark.get(at)) {
            Token token = sentence.word(at);
            boolean clause = token.is(Tag.VERB, Tag.AUX, Tag.SCONJ)
                            && !token.lower().endsWith("ing")
                            && !(closed && isRemark(sentence.word(from)))
                    || token.is(Tag.PRON) && at == from
                    || at - from > MAX_TAIL_WORDS
                    || lexicon.has("relative", token.lower()) && !closed;
            if (clause || token.isWord("that") && at == from) {
                return -1;
            }
            at++;
        }
        return at;
    }

    /** Whether a noun phrase begins at the index that is no time: "the charge", but not "last week". */
    private static boolean isObject(Lexicon lexicon, Sentence sentence, int from) {
        if (sentence.afterMark.get(from)
                || !sentence.word(from).is(Tag.DET, Tag.ADJ, Tag.NOUN, Tag.PROPN, Tag.NUM, Tag.PRON)) {
            return false;
        }
        int end = NounPhrases.end(sentence.words, from);
        String last = sentence.word(Math.max(from, end - 1)).lower();
        return !Cues.isForm(lexicon, "time noun", last) && !lexicon.has("weekday", last) && !lexicon.has("month", last);
    }

    /** Whether the word after the verb opens a remark on the circumstances: "after the vote", "as she left". */
    private static boolean isRemark(Token first) {
        return first.is(Tag.ADP, Tag.ADV, Tag.SCONJ) && !first.isWord("that");
    }

    private static boolean closesQuote(Sentence sentence, int at) {
        return at > 0 && sentence.afterMark.get(at) && sentence.quoted.get(at - 1) && !sentence.quoted.get(at);
    }

    /** Whether content may end before the word: a comma, a closing quotation mark, or the quote's own mark. */
    private static boolean isContentEnd(Sentence sentence, int at) {
        if (at == 0) {
            return false;
        }
        String before = sentence.word(at - 1).text();
        boolean mark = before.equals(",") || before.equals("!") || before.equals("?") || before.equals("—");
        return mark || closesQuote(sentence, at);
    }
}
