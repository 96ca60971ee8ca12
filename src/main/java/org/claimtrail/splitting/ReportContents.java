package org.claimtrail.splitting;

import java.util.List;
import java.util.Set;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.claimtrail.splitting.Token.Tag;
import org.claimtrail.splitting.VerbGroup.Form;
import org.jspecify.annotations.Nullable;

/** Finds what a verb reports: the words after it, up to the end of its sentence or to where the report stops. */
final class ReportContents {

    private static final int MAX_ADJUNCT_WORDS = 12;

    /** Prepositions that open a remark on where, when or to whom something was said. */
    private static final Set<String> ADJUNCT = Set.of(
            "in", "on", "at", "to", "during", "after", "before", "through", "via", "by", "with", "from", "for", "of");

    /** Conjunctions after which the writer speaks again. */
    private static final Set<String> CONTRAST = Set.of("but", "though", "although");

    private final Lexicon lexicon;
    private final Sentence sentence;
    private final List<VerbGroup> groups;

    ReportContents(Lexicon lexicon, Sentence sentence, List<VerbGroup> groups) {
        this.lexicon = lexicon;
        this.sentence = sentence;
        this.groups = groups;
    }

    /** The words that the statement verb at the index of {@link #groups} reports, or null where none follow it. */
    @Nullable
    Piece ofStatement(int group) {
        VerbGroup verb = groups.get(group);
        boolean recipient = Cues.isForm(
                lexicon, "recipient verb", sentence.word(verb.main()).lower());
        int from = skipAdverbs(verb.end());
        if (recipient) {
            from = skipRecipient(from);
        }
        return piece(skipAdjuncts(from), group);
    }

    /** The object of the verb, without the preposition before it. */
    @Nullable
    Piece ofAttitude(int group) {
        int from = skipAdverbs(groups.get(group).end());
        if (from < sentence.size()
                && sentence.word(from).is(Tag.ADP)
                && !sentence.word(from).isWord("to")) {
            from++;
        }
        return piece(from, group);
    }

    /** What the adjective or participle at the index is about: "worried that …", "critical of …". */
    @Nullable
    Piece ofAdjective(int adjective, int group) {
        int from = adjective + 1;
        if (from >= sentence.size() || sentence.word(from).isPunctuation()) {
            return null;
        }
        boolean preposition =
                sentence.word(from).is(Tag.ADP) && !sentence.word(from).isWord("to");
        return piece(preposition ? from + 1 : from, group);
    }

    private @Nullable Piece piece(int from, int group) {
        int start = from;
        while (start < sentence.size() && sentence.word(start).isPunctuation() && !opensQuote(start)) {
            start++;
        }
        if (start >= sentence.size() || isConjunction(start) && !opensQuote(start)) {
            return null;
        }
        int end = end(start, group);
        return end > start ? new Piece(start, end) : null;
    }

    private boolean isConjunction(int at) {
        String word = sentence.word(at).lower();
        return word.equals("and") || word.equals("but") || word.equals("or");
    }

    private boolean opensQuote(int at) {
        return at < sentence.size() && sentence.quoted.get(at) && sentence.afterMark.get(at);
    }

    private int skipAdverbs(int from) {
        int at = from;
        while (at < sentence.size()
                && sentence.word(at).is(Tag.ADV)
                && !opensQuote(at)
                && !sentence.word(at).lower().startsWith("wh")
                && !sentence.word(at).isWord("how")) {
            at++;
        }
        return at;
    }

    private int skipRecipient(int from) {
        if (from >= sentence.size() || opensQuote(from)) {
            return from;
        }
        for (int i = from + 1; i < sentence.size() && i - from < MAX_ADJUNCT_WORDS; i++) {
            if (sentence.word(i).isWord("that")) {
                return i;
            }
            if (sentence.word(i).is(Tag.VERB, Tag.AUX, Tag.PUNCT)) {
                break;
            }
        }
        int end = NounPhrases.end(sentence.words, from);
        return end < sentence.size() ? end : from;
    }

    /** Steps over "on Monday", "in a statement to reporters" and the like, where a comma, a quote or "that" follows. */
    private int skipAdjuncts(int from) {
        int at = from;
        while (at < sentence.size() && !opensQuote(at)) {
            Token token = sentence.word(at);
            int end = at;
            if (lexicon.has("weekday", token.lower())
                    || token.isComma()
                    || token.text().equals(":")) {
                end = at + 1;
            } else if (ADJUNCT.contains(token.lower()) && !isInfinitive(at)) {
                end = adjunctEnd(at);
            }
            if (end == at) {
                return skipAdverbs(at);
            }
            at = skipAdverbs(end);
        }
        return at;
    }

    private boolean isInfinitive(int at) {
        return sentence.word(at).isWord("to")
                && at + 1 < sentence.size()
                && sentence.word(at + 1).is(Tag.VERB, Tag.AUX);
    }

    private int adjunctEnd(int from) {
        for (int i = from + 1; i < sentence.size() && i - from <= MAX_ADJUNCT_WORDS; i++) {
            Token token = sentence.word(i);
            if (opensQuote(i)
                    || token.isWord("that")
                    || token.isComma()
                    || token.text().equals(":")
                    || i == sentence.size() - 1 && token.isPunctuation()) {
                return i;
            }
            if (token.is(Tag.PRON) && i > from + 1 || token.is(Tag.AUX)) {
                return from;
            }
            if (lexicon.has("weekday", token.lower())) {
                return i + 1;
            }
        }
        return from;
    }

    private int end(int start, int group) {
        boolean introduced = opensQuote(start)
                && (sentence.word(start - 1).isComma()
                        || sentence.word(start - 1).text().equals(":"));
        int limit = limit(start, group);
        if (introduced) {
            limit = Math.min(limit, sentence.quoted.nextClearBit(start));
        }
        while (limit > start && sentence.word(limit - 1).isPunctuation() && !sentence.quoted.get(limit - 1)) {
            limit--;
        }
        return limit;
    }

    private int limit(int start, int group) {
        int next = group + 1;
        int stop = sentence.quoted.get(groups.get(group).main())
                ? Math.min(sentence.size(), sentence.quoted.nextClearBit(start))
                : nextTag(start);
        for (int i = start + 1; i < stop; i++) {
            while (next < groups.size() && groups.get(next).start() < i) {
                next++;
            }
            boolean closing = i + 1 < stop && sentence.afterMark.get(i + 1) && !sentence.quoted.get(i + 1);
            if (sentence.quoted.get(i) && !closing) {
                continue;
            }
            Token token = sentence.word(i);
            if (token.isComma() && i + 1 < stop && opensMain(i + 1, next) && isInOpening(group)) {
                return i;
            }
            if (token.text().equals(";") || token.isWord("according") && isNext(i, "to")) {
                return i;
            }
            if (CONTRAST.contains(token.lower()) && next < groups.size() && opensStatement(i + 1, next)
                    || (token.isComma() || token.is(Tag.CCONJ)) && opensReport(i, next)) {
                return sentence.word(i - 1).isWord("even") ? i - 1 : i;
            }
        }
        return stop;
    }

    /** Whether the words from the index up to the next verb are its subject. */
    private boolean opensStatement(int from, int next) {
        VerbGroup verb = groups.get(next);
        return verb.isFinite()
                && from < verb.start()
                && sentence.words.subList(from, verb.start()).stream()
                        .allMatch(word -> word.is(Tag.DET, Tag.ADJ, Tag.NOUN, Tag.PROPN, Tag.PRON, Tag.NUM, Tag.ADV))
                && sentence.word(verb.start() - 1).is(Tag.NOUN, Tag.PROPN, Tag.PRON, Tag.ADV)
                && !sentence.word(from).is(Tag.ADV);
    }

    private int nextTag(int from) {
        for (SpeechTag tag : sentence.tags) {
            if (tag.start() >= from) {
                return tag.start();
            }
        }
        return sentence.size();
    }

    /** "After saying that he was tired, she …": whether the report stands in a clause before the main one. */
    private boolean isInOpening(int group) {
        Token first = sentence.word(0);
        boolean clause = first.is(Tag.SCONJ) && !first.isWord("as") || first.is(Tag.ADP);
        VerbGroup verb = groups.get(group);
        boolean participle = verb.start() == 0 && (verb.form() == Form.ING || verb.form() == Form.PAST);
        return participle
                || clause
                        && groups.subList(0, group).stream().noneMatch(VerbGroup::isFinite)
                        && !hasCommaBefore(verb.start());
    }

    private boolean hasCommaBefore(int at) {
        return sentence.words.subList(0, at).stream().anyMatch(Token::isComma);
    }

    /** Whether a subject and its verb begin at the index. */
    private boolean opensMain(int at, int next) {
        return sentence.word(at).is(Tag.PRON, Tag.PROPN, Tag.DET, Tag.NOUN)
                && groups.subList(Math.min(next, groups.size()), groups.size()).stream()
                        .anyMatch(VerbGroup::isFinite);
    }

    private boolean isNext(int at, String word) {
        return at + 1 < sentence.size() && sentence.word(at + 1).isWord(word);
    }

    /** Whether what follows the comma or conjunction is a further report by the same source: ", adding", "and warned". */
    private boolean opensReport(int joint, int next) {
        if (next >= groups.size()) {
            return false;
        }
        VerbGroup verb = groups.get(next);
        int at = joint + 1;
        while (at < verb.start() && sentence.word(at).is(Tag.CCONJ, Tag.ADV, Tag.PUNCT)) {
            at++;
        }
        if (at != verb.start() || !Cues.isVerb(lexicon, sentence.word(verb.main()))) {
            return false;
        }
        return switch (verb.form()) {
            case ING -> sentence.word(joint).isComma();
            case PAST, PERFECT -> true;
            default -> false;
        };
    }
}
