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
        if (at == 0) {
            return null;
        }
        Token before = sentence.word(at - 1);
        if (lexicon.has("relative", before.lower())) {
            return antecedent(at - 1, index);
        }
        if (verb.form() == Form.PAST && before.isComma() || before.isComma() && verb.isFinite()) {
            Piece described = describedBefore(at - 1);
            return described == null ? shared(index) : described;
        }
        Piece phrase = isFirst(index) ? opening(at) : null;
        if (phrase == null) {
            phrase = phrase(at, floor);
        }
        return phrase == null ? shared(index) : phrase;
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

    /** What "who" stands for. */
    private @Nullable Piece antecedent(int relative, int index) {
        int end = relative > 0 && sentence.word(relative - 1).isComma() ? relative - 1 : relative;
        Piece phrase = phrase(end, 0);
        return phrase == null ? shared(index) : phrase;
    }

    /** "Ada Brook, who leads the union, said": the name with what is inserted, up to the comma at the index. */
    private @Nullable Piece describedBefore(int comma) {
        for (int i = comma - 1; i > 0 && comma - i < MAX_INSERTION_WORDS; i--) {
            if (sentence.word(i).isComma()) {
                Piece name = phrase(i, 0);
                if (name == null) {
                    continue;
                }
                boolean remark = sentence.word(i + 1).is(Tag.ADV, Tag.ADP, Tag.SCONJ);
                return remark ? name : new Piece(name.from(), comma + 1);
            }
        }
        return null;
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
