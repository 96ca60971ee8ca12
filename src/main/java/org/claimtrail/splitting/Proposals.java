package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.claimtrail.splitting.Token.Tag;
import org.claimtrail.splitting.VerbGroup.Form;
import org.jspecify.annotations.Nullable;

/** Makes claims of the clauses of a sentence: subject, predicate and, where somebody reports it, the report's frame. */
final class Proposals {

    /** Stands for the source of the speech tag, whose words are not among {@link #words}. */
    static final Piece TAG_SOURCE = new Piece(-1, -1);

    private static final int MAX_SET_OFF_WORDS = 25;
    private static final int MIN_WHOLE_WORDS = 7;

    private final Lexicon lexicon;
    private final People people;
    private final Sentence sentence;
    /** The sentence's words without those of its speech tag, and where each stands in the sentence. */
    private final List<Token> words = new ArrayList<>();

    private final List<Integer> places = new ArrayList<>();
    private final Bodies bodies;
    private final List<ClaimDraft> drafts = new ArrayList<>();

    private Proposals(Lexicon lexicon, People people, Sentence sentence) {
        this.lexicon = lexicon;
        this.people = people;
        this.sentence = sentence;
        SpeechTag tag = sentence.tag;
        int dashEnd = 0;
        for (int i = 0; i < sentence.size(); i++) {
            dashEnd = Math.max(dashEnd, tag == null ? afterDashes(i) : 0);
            if (i >= dashEnd && (tag == null || i < tag.start() || i >= tag.end())) {
                words.add(sentence.word(i));
                places.add(i);
            }
        }
        this.bodies = new Bodies(lexicon, sentence, words, places);
    }

    /** Index after an aside that two dashes set off from index {@code at}, or 0 where none begins there. */
    private int afterDashes(int at) {
        if (at < 1 || at + 1 >= sentence.size() || !isDash(at) || !isApart(at, at - 1) || isScore(at)) {
            return 0;
        }
        if (sentence.word(at + 1).isWord("including")) {
            return 0;
        }
        for (int i = at + 2; i + 1 < sentence.size() && i - at <= MAX_SET_OFF_WORDS; i++) {
            if (isDash(i) && (isApart(i, i - 1) || isApart(i + 1, i))) {
                return isDash(i + 1) ? i + 2 : i + 1;
            }
        }
        return 0;
    }

    private boolean isDash(int at) {
        return "-–—".contains(sentence.word(at).text());
    }

    private boolean isApart(int at, int before) {
        return sentence.word(at).start() > sentence.word(before).end();
    }

    /** "won 2 – 1". */
    private boolean isScore(int at) {
        return sentence.word(at - 1).is(Tag.NUM) && sentence.word(at + 1).is(Tag.NUM);
    }

    static List<ClaimDraft> of(Lexicon lexicon, People people, Sentence sentence) {
        Proposals proposals = new Proposals(lexicon, people, sentence);
        List<Clause> clauses = ClauseRules.of(lexicon, proposals.words);
        for (int i = 0; i < clauses.size(); i++) {
            boolean condition = i == 0 && clauses.size() > 1 && clauses.get(0).link == Link.ATTACHED;
            if (proposals.isConditionOfReport(clauses.get(i), i, clauses)) {
                clauses.get(1).condition = clauses.get(i);
                continue;
            }
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

    private boolean isConditionOfReport(Clause clause, int index, List<Clause> clauses) {
        return index == 0 && clause.link == Link.ATTACHED && clauses.size() > 1 && clauses.get(1).reports;
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
        int end = bodies.trimmedEnd(clause);
        Trailing trailing = Trailing.of(lexicon, words, clause, end);
        if (!bodies.add(draft, clause, index, trailing == null ? end : trailing.comma())) {
            return;
        }
        draft.tagged = sentence.tag != null && isInTagScope(clause) && (frame == null || isTagCloser(frame));
        draft.speaker = speaker(clause, frame, draft.tagged);
        ClaimDraft inverted = draft.with(List.of());
        for (List<Piece> body : new Variants(lexicon, words).of(draft.body, clause.verb)) {
            ClaimDraft variant = draft.with(body);
            toSentence(variant);
            drafts.add(variant);
        }
        if (trailing != null && trailing.subject() != null) {
            if (trailing.verb() < 0) {
                addInverted(inverted, clause, trailing.subject());
            } else {
                addTrailing(clause, trailing, trailing.subject(), end);
            }
        }
    }

    private void addFrame(ClaimDraft draft, Clause frame) {
        if (frame.frame != null && frame.link != Link.REPORTING) {
            addFrame(draft, frame.frame);
        }
        if (frame.condition != null) {
            draft.frame.add(new Piece(bodies.withoutLink(0), frame.condition.end));
        }
        if (frame.link == Link.REPORTING && sentence.tag != null) {
            draft.frame.add(TAG_SOURCE);
        }
        boolean source =
                frame.subjectEnd > frame.subjectStart && !(frame.link == Link.REPORTING && sentence.tag != null);
        if (source) {
            draft.sources.add(moved(new Piece(frame.subjectStart, frame.subjectEnd)));
        }
        int end = Math.max(frame.verb.end(), frame.end);
        if (end < words.size() && words.get(end).isWord("that")) {
            end++;
        }
        int start = bodies.prefixStart(frame);
        if (source && frame.subjectEnd == frame.verb.start()) {
            draft.frame.add(new Piece(start, end));
            return;
        }
        if (source) {
            draft.frame.add(new Piece(start, frame.subjectEnd));
        }
        draft.frame.add(new Piece(frame.verb.start(), end));
    }

    /** "12 were hurt, as were two guards and a driver": each with the verb of the clause. */
    private void addInverted(ClaimDraft draft, Clause clause, Piece subject) {
        Series.Found series = Series.in(lexicon, words, subject.from(), subject.to());
        for (Piece item : series == null ? List.of(subject) : series.items()) {
            ClaimDraft one = draft.with(List.of(item, new Piece(clause.verb.start(), clause.verb.end())));
            one.subjectStart = item.from();
            one.subjectEnd = item.to();
            toSentence(one);
            drafts.add(one);
        }
    }

    private void addTrailing(Clause clause, Trailing trailing, Piece subject, int end) {
        int at = trailing.verb();
        VerbGroup verb = new VerbGroup(at, at, at + 1, Form.PAST, false);
        ClaimDraft draft = new ClaimDraft(verb, words);
        draft.subjectStart = subject.from();
        draft.subjectEnd = subject.to();
        draft.body.add(subject);
        draft.body.add(new Piece(at, end));
        draft.verbInstead = Inflection.past(words.get(at).lower());
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
        return subject && !clause.verb.passive() && clause.verb.form() != Form.MODAL && report;
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
