package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.claimtrail.splitting.Token.Tag;
import org.claimtrail.splitting.VerbGroup.Form;
import org.jspecify.annotations.Nullable;

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
        this.groups = sentence.readable ? VerbGroups.of(lexicon, sentence.words) : List.of();
        this.sources = new ReportSources(lexicon, sentence, groups);
        this.contents = new ReportContents(lexicon, sentence, groups);
    }

    /** The reports of a sentence, those that give it as a whole to somebody first. */
    static Reports in(Lexicon lexicon, Sentence sentence) {
        Reports reading = new Reports(lexicon, sentence);
        if (!sentence.readable) {
            return reading;
        }
        reading.reports.addAll(new SpeakerReports(sentence).found());
        reading.addVerbs();
        reading.addNouns();
        return reading;
    }

    List<Report> list() {
        return reports;
    }

    /** Who does something outside quotation marks before the word at the index, and so is likely quoted there. */
    @Nullable
    Piece subjectBefore(int at) {
        Piece subject = null;
        for (int i = 0; i < groups.size() && groups.get(i).start() < at; i++) {
            boolean own = groups.get(i).isFinite()
                    && !sentence.quoted.get(groups.get(i).start());
            if (own
                    && sources.of(i) != null
                    && (subject == null || isCue(i) && !groups.get(i).passive())) {
                subject = sources.of(i);
            }
        }
        return subject;
    }

    private boolean isCue(int group) {
        return Cues.isVerb(lexicon, sentence.word(groups.get(group).main()));
    }

    /** Who is to speak in the sentence that follows, where this one ends in a colon or comma: "She continued:". */
    @Nullable
    Piece introduced() {
        int last = sentence.size() - 1;
        return last > 0 && !sentence.quoted.get(last) && SpeakerReports.isIntroduced(sentence, last + 1)
                ? subjectBefore(last)
                : null;
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
        int adjective = attitudeAdjective(verb);
        if (adjective >= 0) {
            Piece about = contents.ofAdjective(adjective, index);
            if (about != null && sources.of(index) != null) {
                reports.add(
                        new Report(sources.of(index), new Piece(verb.start(), adjective + 1), List.of(about), false));
            }
            return;
        }
        boolean statement = Cues.isForm(lexicon, "statement verb", word);
        boolean topic = Cues.isForm(lexicon, "topic verb", word)
                && (isNext(verb.end(), "of") || isNext(verb.end(), "about") || isNext(verb.end(), "against"));
        if (!statement && !topic && !Cues.isForm(lexicon, "attitude verb", word) || isNoun(verb)) {
            return;
        }
        if (verb.passive() || isNext(verb.end(), "by")) {
            addPassive(index, verb);
            return;
        }
        Piece content = statement ? contents.ofStatement(index) : contents.ofAttitude(index);
        if (content == null && statement && Cues.isForm(lexicon, "attitude verb", word)) {
            content = contents.ofAttitude(index);
        }
        boolean said = !statement
                || Cues.isForm(lexicon, "attitude verb", word)
                || verb.form() != Form.INFINITIVE && verb.form() != Form.MODAL;
        if (content != null && (said || opensClause(content.from()))) {
            boolean speaks = statement && !sentence.quoted.get(verb.start());
            reports.add(new Report(sources.of(index), new Piece(verb.start(), verb.end()), List.of(content), speaks));
        }
    }

    /** Index of "worried" in "is deeply worried that", or -1. */
    private int attitudeAdjective(VerbGroup verb) {
        if (verb.passive()
                && lexicon.has("attitude adjective", sentence.word(verb.main()).lower())) {
            return verb.main();
        }
        if (!lexicon.has("be", sentence.word(verb.main()).lower())) {
            return -1;
        }
        int at = verb.end();
        while (at < sentence.size() && sentence.word(at).is(Tag.ADV)) {
            at++;
        }
        boolean found = at < sentence.size()
                && lexicon.has("attitude adjective", sentence.word(at).lower());
        return found ? at : -1;
    }

    private void addNouns() {
        for (Report report : new NounReports(lexicon, sentence, groups, sources).found()) {
            int from = report.content().get(0).from();
            if (reports.stream().noneMatch(other -> other.content().get(0).from() == from)) {
                reports.add(report);
            }
        }
    }

    /** "one of the states": what the tagger took for a verb. */
    private boolean isNoun(VerbGroup verb) {
        if (verb.start() == 0 || verb.start() != verb.main() || verb.form() == Form.INFINITIVE) {
            return false;
        }
        Token before = sentence.word(verb.start() - 1);
        boolean clitic = verb.start() > 1
                && before.isWord("'s")
                && sentence.word(verb.start() - 2).is(Tag.PRON);
        if (lexicon.has("possessive", before.lower()) && !clitic
                || verb.start() > 1
                        && before.is(Tag.ADJ)
                        && lexicon.has(
                                "possessive", sentence.word(verb.start() - 2).lower())) {
            return true;
        }
        if (before.is(Tag.NUM)
                && verb.end() < sentence.size()
                && sentence.word(verb.end()).is(Tag.NOUN)) {
            return true;
        }
        return before.is(Tag.DET) && !lexicon.has("relative", before.lower()) || before.is(Tag.ADP);
    }

    /** "was told that …" and "was backed by …": whoever suffers it is no source, but "by" names one. */
    private void addPassive(int index, VerbGroup verb) {
        Piece cue = new Piece(verb.start(), verb.end());
        if (isNext(verb.end(), "by")) {
            int from = verb.end() + 1;
            int to = NounPhrases.end(sentence.words, from);
            if (isNext(to, "and")) {
                int joined = NounPhrases.end(sentence.words, to + 1);
                to = joined > to + 1 ? joined : to;
            }
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

    /** "to say that", "would show how": what has not been said is reported only where a clause spells it out. */
    private boolean opensClause(int at) {
        Token first = sentence.word(at);
        return first.isWord("that")
                || first.isWord("how")
                || first.isWord("if")
                || first.lower().startsWith("wh")
                || sentence.afterMark.get(at) && sentence.quoted.get(at);
    }

    private boolean isNext(int at, String word) {
        return at < sentence.size() && sentence.word(at).isWord(word);
    }

    private boolean isInTag(VerbGroup verb) {
        return sentence.tags.stream().anyMatch(tag -> verb.start() >= tag.start() && verb.start() < tag.end());
    }
}
