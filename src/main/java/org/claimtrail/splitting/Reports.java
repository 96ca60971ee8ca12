package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.claimtrail.splitting.Token.Tag;
import org.claimtrail.splitting.VerbGroup.Form;

/** Reads who says what in one sentence: from its speech tag, its verbs of speech and thought and its quotation marks. */
final class Reports {

    private final Lexicon lexicon;
    private final Sentence sentence;
    private final List<VerbGroup> groups;
    private final ReportSources sources;
    private final ReportContents contents;
    private final List<Report> reports = new ArrayList<>();

    private Reports(Lexicon lexicon, Sentence sentence) {
        this.lexicon = lexicon;
        this.sentence = sentence;
        this.groups = VerbGroups.of(lexicon, sentence.words);
        this.sources = new ReportSources(lexicon, sentence, groups);
        this.contents = new ReportContents(lexicon, sentence, groups);
    }

    static List<Report> in(Lexicon lexicon, Sentence sentence) {
        Reports reading = new Reports(lexicon, sentence);
        reading.addTag();
        reading.addVerbs();
        return reading.reports;
    }

    private void addTag() {
        SpeechTag tag = sentence.tag;
        if (tag == null) {
            return;
        }
        List<Piece> content = new ArrayList<>();
        addTrimmed(content, 0, tag.start());
        addTrimmed(content, tag.end(), sentence.size());
        reports.add(new Report(
                new Piece(tag.sourceStart(), tag.sourceEnd()), new Piece(tag.cueStart(), tag.cueEnd()), content, true));
    }

    private void addTrimmed(List<Piece> content, int start, int stop) {
        int from = start;
        int to = stop;
        while (from < to && sentence.word(from).isPunctuation() && !sentence.quoted.get(from)) {
            from++;
        }
        while (to > from && sentence.word(to - 1).isPunctuation() && !sentence.quoted.get(to - 1)) {
            to--;
        }
        if (to > from) {
            content.add(new Piece(from, to));
        }
    }

    private void addVerbs() {
        for (int i = 0; i < groups.size(); i++) {
            VerbGroup verb = groups.get(i);
            if (!isInTag(verb) && verb.form() != Form.PARTICIPLE) {
                addVerb(i, verb);
            }
        }
    }

    private void addVerb(int index, VerbGroup verb) {
        String word = sentence.word(verb.main()).lower();
        boolean statement = Cues.isForm(lexicon, "statement verb", word);
        if (!statement && !Cues.isForm(lexicon, "attitude verb", word) || isNoun(verb)) {
            return;
        }
        if (verb.passive() || isNext(verb.end(), "by")) {
            addPassive(index, verb);
            return;
        }
        Piece content = statement ? contents.ofStatement(index) : contents.ofAttitude(index);
        if (content != null) {
            reports.add(
                    new Report(sources.of(index), new Piece(verb.start(), verb.end()), List.of(content), statement));
        }
    }

    /** "one of the states": what the tagger took for a verb. */
    private boolean isNoun(VerbGroup verb) {
        if (verb.start() == 0 || verb.start() != verb.main() || verb.form() == Form.INFINITIVE) {
            return false;
        }
        Token before = sentence.word(verb.start() - 1);
        return before.is(Tag.DET) && !lexicon.has("relative", before.lower()) || before.is(Tag.ADP);
    }

    /** "was told that …" and "was backed by …": whoever suffers it is no source, but "by" names one. */
    private void addPassive(int index, VerbGroup verb) {
        Piece cue = new Piece(verb.start(), verb.end());
        if (isNext(verb.end(), "by")) {
            int from = verb.end() + 1;
            int to = NounPhrases.end(sentence.words, from);
            Piece subject = sources.of(index);
            if (to > from && subject != null) {
                reports.add(new Report(new Piece(from, to), cue, List.of(subject), false));
            }
        } else if (isNext(verb.end(), "that") || isNext(verb.end(), "to")) {
            Piece content = contents.ofStatement(index);
            if (content != null) {
                reports.add(new Report(null, cue, List.of(content), false));
            }
        }
    }

    private boolean isNext(int at, String word) {
        return at < sentence.size() && sentence.word(at).isWord(word);
    }

    private boolean isInTag(VerbGroup verb) {
        SpeechTag tag = sentence.tag;
        return tag != null && verb.start() >= tag.start() && verb.start() < tag.end();
    }
}
