package org.claimtrail.splitting;

import java.util.List;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.claimtrail.splitting.Token.Tag;
import org.claimtrail.splitting.VerbGroup.Form;
import org.jspecify.annotations.Nullable;

/** Finds whose words a verb reports: its subject, or the one it shares with a verb before it. */
final class ReportSources {

    private static final int MAX_INSERTION_WORDS = 25;

    private final Lexicon lexicon;
    private final Sentence sentence;
    private final List<VerbGroup> groups;
    /** For each verb group its subject; null where it has none. */
    private final @Nullable Piece[] subjects;

    ReportSources(Lexicon lexicon, Sentence sentence, List<VerbGroup> groups) {
        this.lexicon = lexicon;
        this.sentence = sentence;
        this.groups = groups;
        this.subjects = new Piece[groups.size()];
        for (int i = 0; i < subjects.length; i++) {
            subjects[i] = subject(i);
        }
    }

    @Nullable
    Piece of(int group) {
        return subjects[group];
    }

    private @Nullable Piece subject(int index) {
        VerbGroup verb = groups.get(index);
        int floor = index == 0 ? 0 : groups.get(index - 1).end();
        int at = verb.start();
        while (at > floor && sentence.word(at - 1).is(Tag.ADV, Tag.PART)) {
            at--;
        }
        if (verb.form() == Form.INFINITIVE) {
            return index == 0 ? null : subjects[index - 1];
        }
        if (verb.start() == 0 && verb.form() == Form.PAST) {
            return null;
        }
        if (isOpeningParticiple(verb)) {
            return main(index);
        }
        if (at == 0) {
            return null;
        }
        int relative = relative(at, floor);
        if (relative >= 0) {
            return antecedent(relative, index);
        }
        if (sentence.word(at - 1).isComma() && verb.isFinite()) {
            Piece described = describedBefore(at - 1);
            return described == null ? shared(index) : described;
        }
        return before(at, floor, index);
    }

    /** The noun phrase right before the verb, unless it only describes the subject or speaks for it. */
    private @Nullable Piece before(int at, int floor, int index) {
        boolean participle = groups.get(index).form() == Form.ING;
        Piece phrase = isFirst(index) ? opening(at) : null;
        if (phrase == null) {
            phrase = phrase(at, floor);
        }
        if (index > 0 && phrase != null && isInsideSubject(phrase, index)) {
            return subjects[index - 1];
        }
        if (index > 0 && phrase == null && participle && at == floor) {
            return subjects[index - 1];
        }
        boolean borrowed = phrase != null && participle && isArtifact(phrase) && shared(index) != null;
        return phrase == null || borrowed ? shared(index) : phrase;
    }

    /**
     * "A poll released in May found", "one who sent the letter said": whether the noun phrase belongs to a clause or
     * participle that describes the subject.
     */
    private boolean isInsideSubject(Piece phrase, int index) {
        if (subjects[index - 1] == null
                || phrase.from() == 0
                || !groups.get(index).isFinite()) {
            return false;
        }
        Piece before = subjects[index - 1];
        boolean described = before.to() < groups.get(index - 1).start()
                && lexicon.has("relative", sentence.word(before.to()).lower());
        int from = groups.get(index - 1).end();
        boolean placed = from < phrase.from()
                && lexicon.has("place preposition", sentence.word(from).lower())
                && sentence.word(phrase.from() - 1).is(Tag.ADP)
                && !sentence.word(phrase.from() - 1).isWord("as")
                && sentence.words.subList(from, phrase.from()).stream()
                        .allMatch(word -> word.is(Tag.ADP, Tag.NOUN, Tag.PROPN, Tag.DET, Tag.ADJ));
        return placed || described && phrase.from() == from;
    }

    /** "Speaking in Lund, …" and "After saying so, …": its subject is still to come. */
    private boolean isOpeningParticiple(VerbGroup verb) {
        return verb.form() == Form.ING
                && (verb.start() == 0 || verb.start() == 1 && sentence.word(0).is(Tag.SCONJ, Tag.ADP));
    }

    private @Nullable Piece main(int index) {
        for (int i = index + 1; i < groups.size(); i++) {
            int at = groups.get(i).start();
            Piece subject = phrase(at, groups.get(i - 1).end());
            if (groups.get(i).isFinite()
                    && subject != null
                    && subject.from() > 0
                    && sentence.word(subject.from() - 1).isComma()) {
                return subject;
            }
        }
        return null;
    }

    /** Index of the "who" that is the subject of the verb before {@code at}, or -1: "who said", "who in May said". */
    private int relative(int at, int floor) {
        for (int i = at - 1; i >= floor; i--) {
            if (lexicon.has("relative", sentence.word(i).lower())) {
                boolean adjunct =
                        !sentence.word(i).isWord("that") && sentence.word(i + 1).is(Tag.ADP, Tag.ADV, Tag.PUNCT);
                return i == at - 1 || adjunct ? i : -1;
            }
        }
        return -1;
    }

    /** What "who" stands for. */
    private @Nullable Piece antecedent(int relative, int index) {
        int end = relative > 0 && sentence.word(relative - 1).isComma() ? relative - 1 : relative;
        Piece phrase = phrase(end, 0);
        return phrase == null || isArtifact(phrase) && shared(index) != null ? shared(index) : phrase;
    }

    /** "a statement saying …" speaks for whoever made the statement. */
    private boolean isArtifact(Piece phrase) {
        for (int i = phrase.from(); i < phrase.to(); i++) {
            if (lexicon.has("artifact", sentence.word(i).lower())) {
                return true;
            }
        }
        return false;
    }

    private boolean isFirst(int index) {
        return groups.subList(0, index).stream().noneMatch(VerbGroup::isFinite)
                && groups.get(index).isFinite();
    }

    /** All words before the sentence's first statement, where they can be nothing but its subject. */
    private @Nullable Piece opening(int end) {
        int start = 0;
        while (start < end && sentence.word(start).is(Tag.CCONJ, Tag.ADV)) {
            start++;
        }
        boolean nominal =
                start < end && sentence.word(start).is(Tag.DET, Tag.NOUN, Tag.PROPN, Tag.PRON, Tag.NUM, Tag.ADJ);
        boolean one = nominal
                && sentence.words.subList(start, end).stream().noneMatch(Token::isPunctuation)
                && sentence.quoted.get(start) == sentence.quoted.get(end);
        return one && !lexicon.has("weekday", sentence.word(start).lower()) ? new Piece(start, end) : null;
    }

    /** "Ada Brook, who leads the union, said": the name with what is inserted, up to the comma at the index. */
    private @Nullable Piece describedBefore(int comma) {
        Piece name = null;
        for (int i = comma - 1; i > 0 && comma - i < MAX_INSERTION_WORDS; i--) {
            if (!sentence.word(i).isComma() || sentence.quoted.get(i) != sentence.quoted.get(comma)) {
                continue;
            }
            Piece phrase = phrase(i, 0);
            if (phrase == null) {
                continue;
            }
            boolean remark = sentence.word(i + 1).is(Tag.ADV, Tag.ADP, Tag.SCONJ);
            name = remark ? phrase : new Piece(phrase.from(), comma + 1);
            boolean described = phrase.from() > 0
                    && sentence.word(phrase.from() - 1).isComma()
                    && sentence.word(phrase.from()).is(Tag.DET, Tag.NUM);
            if (!described) {
                return name;
            }
        }
        return name;
    }

    /** The noun phrase that ends before {@code end}, with a phrase that "and" joins to it. */
    private @Nullable Piece phrase(int end, int floor) {
        int start = NounPhrases.start(lexicon, sentence.words, end, floor);
        while (start + 1 < end && lexicon.has("weekday", sentence.word(start).lower())) {
            start++;
        }
        while (start < end && sentence.quoted.get(start) != sentence.quoted.get(end - 1)) {
            start++;
        }
        if (start >= end) {
            return null;
        }
        if (start - 2 >= floor
                && sentence.word(start - 1).isWord("and")
                && sentence.word(start - 2).is(Tag.NOUN, Tag.PROPN)) {
            int other = NounPhrases.start(lexicon, sentence.words, start - 1, floor);
            start = other < start - 1 ? other : start;
        }
        return new Piece(start, end);
    }

    /** The subject of the nearest verb of speech before it, else of the sentence's first verb. */
    private @Nullable Piece shared(int index) {
        for (int i = index - 1; i >= 0; i--) {
            VerbGroup verb = groups.get(i);
            if (verb.isFinite() && Cues.isVerb(lexicon, sentence.word(verb.main())) && subjects[i] != null) {
                return subjects[i];
            }
        }
        for (int i = 0; i < index; i++) {
            if (groups.get(i).isFinite() && subjects[i] != null) {
                return subjects[i];
            }
        }
        return null;
    }
}
