package org.claimtrail.splitting;

import java.util.List;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.claimtrail.splitting.Token.Tag;
import org.jspecify.annotations.Nullable;

/** Which of a sentence's words a clause's claim takes over: opening, subject, shared auxiliary, predicate. */
final class Bodies {

    private static final int MAX_PREFIX_WORDS = 12;
    private static final int MIN_WORDS = 3;

    private final Lexicon lexicon;
    private final Sentence sentence;
    private final List<Token> words;
    private final List<Integer> places;

    Bodies(Lexicon lexicon, Sentence sentence, List<Token> words, List<Integer> places) {
        this.lexicon = lexicon;
        this.sentence = sentence;
        this.words = words;
        this.places = places;
    }

    /** Puts a clause's words into a draft. @return whether they are enough for a claim */
    boolean add(ClaimDraft draft, Clause clause, int index, int end) {
        int from = clause.opening;
        int verb = clause.verb.start();
        boolean own = clause.link != Link.SAME_SUBJECT
                && clause.link != Link.RELATIVE
                && clause.link != Link.RESUMED
                && clause.link != Link.REPORTING;
        if (own) {
            if (index == 0 || clause.link == Link.MAIN) {
                from = clause.link == Link.ATTACHED ? 0 : prefixStart(clause);
            }
            draft.body.add(new Piece(from, end));
        } else if (clause.link == Link.RELATIVE) {
            relative(draft, clause, end);
        } else if (clause.link == Link.RESUMED) {
            draft.body.add(new Piece(clause.opening, clause.subjectEnd));
            draft.body.add(new Piece(verb, end));
        } else {
            if (clause.link == Link.REPORTING && sentence.tag != null) {
                draft.body.add(Proposals.TAG_SOURCE);
            } else if (clause.subjectEnd > clause.subjectStart) {
                draft.body.add(new Piece(clause.subjectStart, clause.subjectEnd));
            }
            if (clause.auxiliary != null) {
                draft.body.add(clause.auxiliary);
            }
            draft.body.add(new Piece(verb, end));
        }
        if (clause.rest != null) {
            draft.body.add(new Piece(clause.rest.from(), withoutMarks(clause.rest.to(), clause.rest.from())));
        }
        if (clause.place != null) {
            draft.place = clause.place;
        }
        return draft.body.get(draft.body.size() - 1).to()
                        - draft.body.get(draft.body.size() - 1).from()
                        + (draft.body.size() > 1 ? 1 : 0)
                >= MIN_WORDS - 1;
    }

    private void relative(ClaimDraft draft, Clause clause, int end) {
        int from = clause.subjectStart;
        int to = clause.subjectEnd;
        int partitive = from;
        while (partitive + 1 < to && !words.get(partitive).isWord("of")) {
            partitive++;
        }
        boolean partOf = partitive + 1 < to
                && partitive > 0
                && partitive - from <= 2
                && (lexicon.has("partitive", words.get(partitive - 1).lower()));
        if (partOf) {
            from = partitive + 1;
            draft.place = placeBefore(clause.subjectStart);
        }
        draft.subjectStart = from;
        draft.definite = true;
        draft.body.add(new Piece(from, to));
        draft.body.add(new Piece(clause.verb.start(), end));
    }

    /** The "in …" of the noun phrase before the comma at the apposition's start. */
    private @Nullable Piece placeBefore(int apposition) {
        int end = apposition - 1;
        if (end < 1 || !words.get(end).isComma()) {
            return null;
        }
        int at = end - 1;
        while (at > 0 && words.get(at).is(Tag.PROPN, Tag.NOUN, Tag.ADJ, Tag.DET) && end - at < 6) {
            at--;
        }
        return lexicon.has("place preposition", words.get(at).lower()) ? new Piece(at, end) : null;
    }

    /** Keeps an opening such as "On Thursday," and drops one that only links, a long one and one in "-ing". */
    int prefixStart(Clause clause) {
        if (clause.boundary >= clause.subjectStart || clause.link != Link.MAIN) {
            return clause.subjectStart;
        }
        int start = Math.min(withoutLink(clause.boundary), clause.subjectStart);
        boolean unbroken = start < clause.subjectStart
                && places.get(clause.subjectStart) - places.get(start) == clause.subjectStart - start
                && sentence.quoted.get(places.get(start)) == sentence.quoted.get(places.get(clause.verb.main()));
        boolean kept = unbroken
                && clause.subjectStart - start <= MAX_PREFIX_WORDS
                && !words.get(start).is(Tag.VERB)
                && !words.get(start).isWord("with");
        return kept ? start : clause.subjectStart;
    }

    /** Index after conjunctions and linking adverbs. */
    int withoutLink(int from) {
        int at = from;
        while (at + 1 < words.size()
                && (lexicon.has("linking adverb", words.get(at).lower())
                        || words.get(at).is(Tag.CCONJ)
                        || words.get(at).isComma())) {
            at++;
        }
        return at;
    }

    int trimmedEnd(Clause clause) {
        return withoutMarks(clause.end, clause.verb.end());
    }

    private int withoutMarks(int to, int floor) {
        int end = to;
        while (end > floor
                && (words.get(end - 1).isPunctuation()
                        || words.get(end - 1).is(Tag.CCONJ)
                        || words.get(end - 1).isWord("even"))) {
            end--;
        }
        return end;
    }
}
