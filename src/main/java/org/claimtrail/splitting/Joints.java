package org.claimtrail.splitting;

import java.util.List;
import org.claimtrail.splitting.Token.Tag;
import org.claimtrail.splitting.VerbGroup.Form;
import org.jspecify.annotations.Nullable;

/** What the words and marks between two clauses are: conjunctions, commas, openings; indexes are of words. */
final class Joints {

    private static final int MAX_INSERTION_WORDS = 25;
    private static final int MIN_EVENT_WORDS = 5;

    private final Lexicon lexicon;
    private final List<Token> tokens;

    Joints(Lexicon lexicon, List<Token> tokens) {
        this.lexicon = lexicon;
        this.tokens = tokens;
    }

    boolean isHyphen(int at) {
        return tokens.get(at).text().equals("-")
                && at > 0
                && tokens.get(at).start() == tokens.get(at - 1).end()
                && at + 1 < tokens.size()
                && tokens.get(at + 1).start() == tokens.get(at).end();
    }

    /** Index of the last semicolon or colon in a stretch, or -1. */
    int strongMark(int from, int to) {
        for (int at = to - 1; at >= from; at--) {
            String text = tokens.get(at).text();
            if (text.equals(";") || text.equals(":")) {
                return at;
            }
        }
        return -1;
    }

    /** Index of the comma that opens what the comma at {@code closing} closes, or -1. */
    int insertionStart(int closing, int floor) {
        for (int at = closing - 1; at >= floor && closing - at <= MAX_INSERTION_WORDS; at--) {
            if (tokens.get(at).isComma()) {
                return at;
            }
        }
        return -1;
    }

    boolean isAdverbial(int at) {
        Token first = tokens.get(at);
        return first.is(Tag.ADP, Tag.ADV, Tag.SCONJ, Tag.VERB, Tag.INTJ)
                || first.is(Tag.CCONJ)
                || lexicon.has("weekday", first.lower())
                || lexicon.has("month", first.lower())
                || first.isWord("last")
                || first.isWord("this")
                || first.isWord("next");
    }

    boolean isContrast(int at, boolean subject) {
        Token token = tokens.get(at);
        if (token.isWord("however")) {
            boolean comma = at > 0 && tokens.get(at - 1).isComma();
            boolean commaAfter = at + 1 < tokens.size() && tokens.get(at + 1).isComma();
            return comma && subject && !commaAfter || !subject && !comma && !commaAfter && at > 0;
        }
        return lexicon.has("contrast", token.lower()) && token.is(Tag.SCONJ, Tag.ADP, Tag.ADV, Tag.CCONJ);
    }

    boolean isSubordinator(int at) {
        Token token = tokens.get(at);
        boolean comma = at > 0 && tokens.get(at - 1).isComma();
        return lexicon.has("subordinator", token.lower()) && (token.is(Tag.SCONJ, Tag.ADV, Tag.PRON) || comma)
                || token.isWord("if")
                || token.isWord("unless")
                || token.isWord("because");
    }

    /** "that country", not "the country that". */
    boolean isDeterminer(int at) {
        Token token = tokens.get(at);
        return token.isWord("that")
                && token.is(Tag.DET)
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is(Tag.NOUN, Tag.ADJ)
                && !(at > 0 && tokens.get(at - 1).is(Tag.NOUN, Tag.VERB));
    }

    /** Whether only nouns stand between a conjunction, a comma or the like and the word. */
    boolean opensAfterConnective(int floor, int at) {
        for (int i = at - 1; i >= floor; i--) {
            Token token = tokens.get(i);
            boolean connects = token.isComma()
                    || token.is(Tag.SCONJ, Tag.CCONJ)
                    || isContrast(i, true)
                    || lexicon.has("relative", token.lower())
                    || token.text().equals(";")
                    || token.text().equals(":");
            if (connects) {
                return i < at - 1;
            }
        }
        return false;
    }

    boolean opensContent(int floor, int at) {
        for (int i = floor; i < at; i++) {
            Token token = tokens.get(i);
            if (token.isPunctuation() || token.is(Tag.SCONJ)) {
                return i == floor && token.isWord("that");
            }
        }
        return true;
    }

    /** Whether a restrictive clause tells something that can be checked by itself. */
    boolean hasFact(VerbGroup verb) {
        if (verb.form() == Form.PERFECT) {
            return true;
        }
        for (int i = verb.end();
                i < Math.min(tokens.size(), verb.end() + 12)
                        && !tokens.get(i).is(Tag.VERB, Tag.AUX, Tag.SCONJ)
                        && !tokens.get(i).isComma();
                i++) {
            String word = tokens.get(i).lower();
            boolean dated = lexicon.has("weekday", word) || lexicon.has("month", word);
            boolean named = tokens.get(i).is(Tag.PROPN) && (verb.form() == Form.PAST || dated);
            if ((tokens.get(i).is(Tag.NUM) || named) && verb.form() != Form.MODAL) {
                return true;
            }
        }
        return false;
    }

    boolean isDash(int at) {
        return "-–—".contains(tokens.get(at).text());
    }

    /** ", meaning that", "while noting": no subject of what follows. */
    boolean isParticiple(int at) {
        return at < tokens.size()
                && tokens.get(at).is(Tag.VERB)
                && tokens.get(at).lower().endsWith("ing");
    }

    /** "the cost and effort such a step would need": the noun before the subject is what the clause describes. */
    boolean isContactClause(int conjunction, int verb) {
        if (conjunction > 0 && tokens.get(conjunction - 1).isComma()) {
            return false;
        }
        for (int i = conjunction + 2; i < verb; i++) {
            boolean opens = tokens.get(i).is(Tag.DET)
                    || tokens.get(i).isWord("such")
                    || lexicon.has("subject pronoun", tokens.get(i).lower());
            if (opens && tokens.get(i - 1).is(Tag.NOUN)) {
                return true;
            }
        }
        return false;
    }

    /** "but neither gave ground": the subject counts what the clause before names. */
    boolean isCountingSubject(int start, int end) {
        return end == start + 1
                && lexicon.has("counting pronoun", tokens.get(start).lower());
    }

    /** "… was forced to resign as minister after it became known that …": both are events, told at length. */
    boolean isEventBefore(Clause before, int at, VerbGroup verb) {
        Token subject = tokens.get(Math.min(at + 1, tokens.size() - 1));
        return tokens.get(at).isWord("after")
                && at + 1 < verb.start()
                && isFinished(verb)
                && isFinished(before.verb)
                && !isCue(before)
                && at - before.verb.end() >= MIN_EVENT_WORDS
                && !lexicon.has("person pronoun", subject.lower())
                && !subject.isWord("they");
    }

    private static boolean isFinished(VerbGroup verb) {
        return verb.form() == Form.PAST || verb.form() == Form.PERFECT;
    }

    boolean isOnlyMarks(int from, int to) {
        return tokens.subList(from, to).stream().allMatch(Token::isPunctuation);
    }

    boolean isCue(Clause clause) {
        return lexicon.has("cue", tokens.get(clause.verb.main()).lower());
    }

    /** "The institute said in its report, the fault …": a comma instead of "that". */
    boolean isReportedAfterInsertion(Clause before, int at) {
        int after = before.verb.end();
        boolean inserted =
                after < at && (tokens.get(after).isComma() || tokens.get(after).is(Tag.ADP));
        return isCue(before) && !before.reports && (inserted || after == at);
    }

    /** Whether the conjunction at an index joins two subjects and not two clauses. */
    boolean joinsNouns(@Nullable Clause before, int at, int floor, boolean subject) {
        if (!subject) {
            return false;
        }
        boolean comma = at > floor && tokens.get(at - 1).isComma();
        if (before == null) {
            return true;
        }
        boolean pronoun = at + 1 < tokens.size()
                && lexicon.has("subject pronoun", tokens.get(at + 1).lower());
        if (tokens.get(at).isWord("but") || pronoun) {
            return false;
        }
        return !comma && (isCue(before) && at > floor && opensContent(floor, at) || opensAfterConnective(floor, at));
    }

    boolean isRecipient(Clause cue, int at) {
        return lexicon.has("recipient cue", tokens.get(cue.verb.main()).lower()) && at - cue.verb.end() <= 6;
    }

    boolean isListInside(Clause before, int at) {
        return isCue(before) && !hasVerbEndedBefore(before, at);
    }

    boolean hasVerbEndedBefore(Clause before, int at) {
        return at - before.verb.end() > 2;
    }

    boolean isPast(VerbGroup verb) {
        return verb.form() == Form.PAST
                || verb.form() == Form.PRESENT
                        && lexicon.has("cue", tokens.get(verb.main()).lower());
    }

    /** "the ministers of Estonia, Latvia and Lithuania said": the comma divides nouns of one subject. */
    boolean isListComma(int comma, int floor) {
        int at = comma + 1;
        int limit = Math.min(tokens.size(), comma + MAX_INSERTION_WORDS);
        while (at < limit && (isNominal(tokens.get(at)) || tokens.get(at).isComma())) {
            at++;
        }
        if (at == comma + 1 || at >= limit || !tokens.get(at).is(Tag.CCONJ)) {
            return false;
        }
        int left = comma - 1;
        while (left > Math.max(floor, comma - MAX_INSERTION_WORDS)
                && (isNominal(tokens.get(left))
                        || tokens.get(left).is(Tag.ADP)
                        || tokens.get(left).isComma())) {
            left--;
        }
        return left < comma - 1
                && (tokens.get(left).is(Tag.CCONJ, Tag.SCONJ)
                        || tokens.get(left).text().equals(";"));
    }

    private static boolean isNominal(Token token) {
        return token.is(Tag.NOUN, Tag.PROPN, Tag.ADJ, Tag.DET, Tag.NUM) || token.isWord("'s");
    }

    /** Index of a "that" from which only an opening such as "on Monday" leads to the comma, or -1. */
    int thatBeforeOpening(Clause before, int comma) {
        int that = before.verb.end();
        if (!isCue(before)
                || before.reports
                || that + 1 >= comma
                || !tokens.get(that).isWord("that")) {
            return -1;
        }
        boolean opening = tokens.get(that + 1).is(Tag.ADP, Tag.SCONJ, Tag.ADV);
        return opening && comma - that <= MAX_INSERTION_WORDS ? that : -1;
    }

    /** "was stopped and searched", "will leave and join": the auxiliary stands for both. */
    boolean sharesAuxiliary(VerbGroup first, VerbGroup second) {
        if (first.start() == first.main() || second.start() != second.main()) {
            return false;
        }
        Token verb = tokens.get(second.main());
        if (verb.is(Tag.AUX) || lexicon.has("be", verb.lower()) || lexicon.has("have", verb.lower())) {
            return false;
        }
        boolean past = second.form() == Form.PAST;
        if (first.passive()) {
            boolean object = second.end() < tokens.size() && opensNounPhrase(tokens.get(second.end()));
            return past
                    && !object
                    && !lexicon.has("intransitive", verb.lower())
                    && !lexicon.has("only past", verb.lower());
        }
        if (first.form() == Form.PERFECT) {
            return past && !lexicon.has("only past", verb.lower());
        }
        return first.form() == Form.MODAL
                && second.form() == Form.PRESENT
                && !verb.lower().endsWith("s");
    }

    /** Where the subject begins of whose last noun phrase the start is known: after an opening and its comma, if any. */
    int firstSubject(int phrase) {
        if (!isAdverbial(0)) {
            return 0;
        }
        for (int at = 0; at < phrase; at++) {
            if (tokens.get(at).isComma()) {
                return at + 1;
            }
        }
        return phrase;
    }

    /** The auxiliary of a verb group, without adverbs. */
    ClaimDraft.Piece auxiliary(VerbGroup verb) {
        int end = verb.start() + 1;
        while (end < verb.main() && tokens.get(end).is(Tag.AUX, Tag.PART)) {
            end++;
        }
        return new ClaimDraft.Piece(verb.start(), end);
    }

    private static boolean opensNounPhrase(Token token) {
        return token.is(Tag.DET, Tag.NUM, Tag.PROPN, Tag.NOUN, Tag.PRON, Tag.ADJ);
    }

    /** Index of the comma that ends an inserted clause and after which a preposition goes on, or -1. */
    int closingComma(int from, int to) {
        for (int at = from + 1; at + 2 < to; at++) {
            if (tokens.get(at).isComma()) {
                return tokens.get(at + 1).is(Tag.ADP, Tag.SCONJ) && !hasVerb(at + 1, to) ? at : -1;
            }
        }
        return -1;
    }

    private boolean hasVerb(int from, int to) {
        return tokens.subList(from, to).stream().anyMatch(token -> token.is(Tag.VERB, Tag.AUX, Tag.CCONJ));
    }
}
