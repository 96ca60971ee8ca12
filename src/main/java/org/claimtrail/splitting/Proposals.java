package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.claimtrail.splitting.Token.Tag;
import org.claimtrail.splitting.VerbGroup.Form;
import org.jspecify.annotations.Nullable;

/** Makes claims of the clauses of a sentence: subject, predicate and, where somebody reports it, the report's frame. */
final class Proposals {

    private static final int MAX_PREFIX_WORDS = 9;
    /** Stands for the source of the speech tag, whose words are not among {@link #words}. */
    private static final Piece TAG_SOURCE = new Piece(-1, -1);

    private static final int MIN_WORDS = 3;
    private static final int MIN_WHOLE_WORDS = 7;

    private final Lexicon lexicon;
    private final People people;
    private final Sentence sentence;
    /** The sentence's words without those of its speech tag, and where each stands in the sentence. */
    private final List<Token> words = new ArrayList<>();

    private final List<Integer> places = new ArrayList<>();
    private final List<ClaimDraft> drafts = new ArrayList<>();

    private Proposals(Lexicon lexicon, People people, Sentence sentence) {
        this.lexicon = lexicon;
        this.people = people;
        this.sentence = sentence;
        SpeechTag tag = sentence.tag;
        for (int i = 0; i < sentence.size(); i++) {
            if (tag == null || i < tag.start() || i >= tag.end()) {
                words.add(sentence.word(i));
                places.add(i);
            }
        }
    }

    static List<ClaimDraft> of(Lexicon lexicon, People people, Sentence sentence) {
        Proposals proposals = new Proposals(lexicon, people, sentence);
        List<Clause> clauses = ClauseRules.of(lexicon, proposals.words);
        for (int i = 0; i < clauses.size(); i++) {
            boolean condition = i == 0 && clauses.size() > 1 && clauses.get(0).link == Link.ATTACHED;
            proposals.propose(clauses.get(i), i, condition ? clauses.get(1) : clauses.get(i));
        }
        if (proposals.drafts.isEmpty()) {
            proposals.proposeWhole();
        }
        return proposals.drafts;
    }

    /** A sentence whose verb was not found is proposed as it stands rather than lost. */
    private void proposeWhole() {
        int end = words.size();
        while (end > 0 && words.get(end - 1).isPunctuation()) {
            end--;
        }
        boolean verb = words.stream().anyMatch(word -> word.is(Tag.VERB, Tag.AUX, Tag.NUM));
        if (end < MIN_WHOLE_WORDS || !verb) {
            return;
        }
        ClaimDraft draft = new ClaimDraft(new VerbGroup(0, 0, 1, Form.PRESENT, false), words);
        draft.subjectEnd = NounPhrases.end(words, 0);
        draft.body.add(new Piece(0, end));
        draft.tagged = sentence.tag != null;
        draft.speaker = sentence.tag == null
                ? sentence.carriedSpeaker
                : people.named(sentence.words, sentence.tag.sourceStart(), sentence.tag.sourceEnd());
        toSentence(draft);
        drafts.add(draft);
    }

    /** @param main the clause whose verb and subject the claim is judged by */
    private void propose(Clause clause, int index, Clause main) {
        boolean attached = clause.link == Link.ATTACHED && index > 0;
        if (attached || clause.reports) {
            return;
        }
        ClaimDraft draft = new ClaimDraft(main.verb, words);
        draft.subjectStart = main.subjectStart;
        draft.subjectEnd = main.subjectEnd;
        Clause frame = clause.link == Link.REPORTING || clause.link == Link.RELATIVE ? null : clause.frame;
        if (frame != null) {
            addFrame(draft, frame);
        }
        int end = trimmedEnd(clause);
        int participle = participle(clause, end);
        if (!addBody(draft, clause, index, participle < 0 ? end : participle)) {
            return;
        }
        draft.tagged = sentence.tag != null && isInTagScope(clause) && (frame == null || isTagCloser(frame));
        draft.speaker = speaker(clause, frame, draft.tagged);
        toSentence(draft);
        drafts.add(draft);
        if (participle >= 0) {
            addParticiple(clause, participle, end);
        }
    }

    private boolean addBody(ClaimDraft draft, Clause clause, int index, int end) {
        int from = clause.subjectStart;
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
        } else {
            if (clause.link == Link.REPORTING && sentence.tag != null) {
                draft.body.add(TAG_SOURCE);
            } else if (clause.subjectEnd > clause.subjectStart) {
                draft.body.add(new Piece(clause.subjectStart, clause.subjectEnd));
            }
            draft.body.add(new Piece(verb, end));
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
        boolean partOf = partitive > from
                && partitive + 1 < to
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

    /** Keeps a short opening such as "On Thursday," and drops a long one. */
    private int prefixStart(Clause clause) {
        int start = clause.boundary < clause.subjectStart && clause.link == Link.MAIN
                ? clause.boundary
                : clause.subjectStart;
        boolean informative = false;
        for (int i = start; i < clause.subjectStart; i++) {
            Token token = words.get(i);
            informative |= token.is(Tag.NUM, Tag.PROPN);
        }
        return informative && clause.subjectStart - start <= MAX_PREFIX_WORDS ? start : clause.subjectStart;
    }

    private void addFrame(ClaimDraft draft, Clause frame) {
        if (frame.frame != null && frame.link != Link.REPORTING) {
            addFrame(draft, frame.frame);
        }
        if (frame.link == Link.REPORTING && sentence.tag != null) {
            draft.frame.add(TAG_SOURCE);
        }
        boolean source =
                frame.subjectEnd > frame.subjectStart && !(frame.link == Link.REPORTING && sentence.tag != null);
        int end = Math.max(frame.verb.end(), frame.end);
        if (end < words.size() && words.get(end).isWord("that")) {
            end++;
        }
        if (source && frame.subjectEnd == frame.verb.start()) {
            draft.frame.add(new Piece(frame.subjectStart, end));
            return;
        }
        if (source) {
            draft.frame.add(new Piece(frame.subjectStart, frame.subjectEnd));
        }
        draft.frame.add(new Piece(frame.verb.start(), end));
    }

    private int trimmedEnd(Clause clause) {
        int end = clause.end;
        while (end > clause.verb.end()
                && (words.get(end - 1).isPunctuation()
                        || words.get(end - 1).is(Tag.CCONJ)
                        || words.get(end - 1).isWord("even"))) {
            end--;
        }
        return end;
    }

    /** Index of a comma before what only trails the clause ("…, clouding the talks", "…, some near the port"), or -1. */
    private int participle(Clause clause, int end) {
        for (int i = clause.verb.end(); i + 1 < end; i++) {
            Token next = words.get(i + 1);
            boolean participle = next.is(Tag.VERB) && next.lower().endsWith("ing") && !next.isWord("including");
            boolean remark = lexicon.has("absolute", next.lower())
                    && i + 2 < end
                    && words.get(i + 2).is(Tag.ADV, Tag.ADP);
            if (words.get(i).isComma() && (participle || remark)) {
                return i;
            }
        }
        return -1;
    }

    /** "…, killing 12 people" is a claim of its own when it has a number. */
    private void addParticiple(Clause clause, int comma, int end) {
        if (!words.get(comma + 1).lower().endsWith("ing")) {
            return;
        }
        boolean fact =
                lexicon.has("stance", Inflection.past(words.get(comma + 1).lower()));
        for (int i = comma + 2; i < end; i++) {
            fact |= words.get(i).is(Tag.NUM);
        }
        if (!fact || clause.subjectEnd <= clause.subjectStart) {
            return;
        }
        VerbGroup verb = new VerbGroup(comma + 1, comma + 1, comma + 2, Form.PAST, false);
        ClaimDraft draft = new ClaimDraft(verb, words);
        draft.subjectStart = clause.subjectStart;
        draft.subjectEnd = clause.subjectEnd;
        draft.body.add(new Piece(clause.subjectStart, clause.subjectEnd));
        draft.body.add(new Piece(comma + 1, end));
        draft.verbInstead = Inflection.past(words.get(comma + 1).lower());
        draft.tagged = sentence.tag != null && isInTagScope(clause) && clause.frame == null;
        draft.speaker = speaker(clause, clause.frame, draft.tagged);
        toSentence(draft);
        drafts.add(draft);
    }

    /** A semicolon between them keeps a tag from saying who said a clause. */
    private boolean isInTagScope(Clause clause) {
        SpeechTag tag = sentence.tag;
        if (tag == null) {
            return false;
        }
        int at = places.get(clause.verb.main());
        for (int i = Math.min(at, tag.end()); i < Math.max(at, tag.start()); i++) {
            if (sentence.word(i).text().equals(";")) {
                return false;
            }
        }
        return true;
    }

    private boolean isTagCloser(Clause frame) {
        SpeechTag tag = sentence.tag;
        if (tag == null || frame.subjectEnd <= frame.subjectStart) {
            return false;
        }
        if (sentence.quoted.get(places.get(frame.verb.main())) && !sentence.quoted.get(tag.cueStart())) {
            return true;
        }
        String source = people.person(sentence.words, tag.sourceStart(), tag.sourceEnd());
        return source != null
                && people.person(words, frame.subjectStart, frame.subjectEnd) == null
                && !isPronoun(words.get(frame.subjectStart));
    }

    private static boolean isPronoun(Token token) {
        return token.is(Tag.PRON);
    }

    private @Nullable String speaker(Clause clause, @Nullable Clause frame, boolean tagged) {
        SpeechTag tag = sentence.tag;
        if (tagged && tag != null
                || tag != null
                        && isInTagScope(clause)
                        && (clause.link == Link.REPORTING || frame != null && frame.link == Link.REPORTING)) {
            return people.named(sentence.words, tag.sourceStart(), tag.sourceEnd());
        }
        if (isStance(clause) || frame == null && quotes(clause)) {
            return people.named(words, clause.subjectStart, clause.subjectEnd);
        }
        Clause report = frame;
        if (report == null && clause.link == Link.REPORTING) {
            report = clause;
        }
        if (report != null && report.subjectEnd > report.subjectStart && !report.verb.passive()) {
            return people.named(words, report.subjectStart, report.subjectEnd);
        }
        return sentence.carriedSpeaker;
    }

    /** Whether a person is the subject and words of theirs stand in quotation marks: "Brook called it “a step back”". */
    private boolean quotes(Clause clause) {
        if (clause.link == Link.RELATIVE || people.person(words, clause.subjectStart, clause.subjectEnd) == null) {
            return false;
        }
        int quoted = 0;
        for (int i = clause.verb.end(); i < clause.end; i++) {
            quoted += sentence.quoted.get(places.get(i)) ? 1 : 0;
        }
        return quoted > 1 && !sentence.quoted.get(places.get(clause.verb.main()));
    }

    private boolean isStance(Clause clause) {
        int last = clause.subjectEnd - 1;
        while (last > clause.subjectStart && words.get(last).isPunctuation()) {
            last--;
        }
        boolean subject = clause.subjectEnd > clause.subjectStart
                && (words.get(last).is(Tag.PROPN, Tag.NOUN)
                        || words.get(last).isCapitalised()
                        || lexicon.has(
                                "person pronoun", words.get(clause.subjectStart).lower()));
        String verb = words.get(clause.verb.main()).lower();
        boolean report =
                lexicon.has("stance", verb) || lexicon.has("speech only", verb) && clause.link != Link.REPORTING;
        return subject && !clause.verb.passive() && report;
    }

    /** Turns indexes of {@link #words} into indexes of the sentence's words. */
    private void toSentence(ClaimDraft draft) {
        move(draft.frame);
        move(draft.body);
        SpeechTag tag = sentence.tag;
        if (tag != null) {
            draft.body.replaceAll(piece -> piece == TAG_SOURCE ? new Piece(tag.sourceStart(), tag.sourceEnd()) : piece);
        }
        if (draft.place != null) {
            draft.place = moved(draft.place);
        }
        if (draft.subjectStart < places.size()) {
            int length = draft.subjectEnd - draft.subjectStart;
            draft.subjectStart = places.get(draft.subjectStart);
            draft.subjectEnd = draft.subjectStart + length;
        }
    }

    private void move(List<Piece> pieces) {
        List<Piece> moved = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.from() < 0) {
                moved.add(piece);
                continue;
            }
            int from = piece.from();
            for (int i = piece.from() + 1; i < piece.to(); i++) {
                if (places.get(i) != places.get(i - 1) + 1) {
                    moved.add(moved(new Piece(from, i)));
                    from = i;
                }
            }
            if (piece.to() > from) {
                moved.add(moved(new Piece(from, piece.to())));
            }
        }
        pieces.clear();
        pieces.addAll(moved);
    }

    private Piece moved(Piece piece) {
        return new Piece(places.get(piece.from()), places.get(piece.to() - 1) + 1);
    }
}
