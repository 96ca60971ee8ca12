package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.claimtrail.splitting.Token.Tag;
import org.claimtrail.splitting.VerbGroup.Form;
import org.jspecify.annotations.Nullable;

/** Reads who says what in one sentence: from its speech tag, its verbs of speech and thought and its quotation marks. */
final class Reports {

    private static final int MAX_NAME_WORDS = 5;
    private static final String DASHES = "―—–-";

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
        reading.addTags();
        reading.addSignature();
        reading.addTranscript();
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
            if (own && sources.of(i) != null && (subject == null || isCue(i))) {
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
        return last > 0 && !sentence.quoted.get(last) && isIntroduced(last + 1) ? subjectBefore(last) : null;
    }

    private void addTags() {
        int from = 0;
        List<SpeechTag> tags = sentence.tags;
        for (int i = 0; i < tags.size(); i++) {
            SpeechTag tag = tags.get(i);
            List<Piece> content = new ArrayList<>();
            boolean quotes = tag.start() > from && sentence.quoted.get(tag.start() - 1);
            addTrimmed(content, quotes ? quoteStart(from, tag.start()) : from, tag.start());
            if (i == tags.size() - 1) {
                addRest(content, tag.end(), quotes);
            }
            from = tag.end();
            if (!content.isEmpty()) {
                reports.add(new Report(
                        new Piece(tag.sourceStart(), tag.sourceEnd()),
                        new Piece(tag.cueStart(), tag.cueEnd()),
                        content,
                        true));
            }
        }
    }

    /** Where what is said begins: at the last quote, if that is a sentence of its own, else at {@code from}. */
    private int quoteStart(int from, int to) {
        int start = sentence.quoted.previousClearBit(to - 1) + 1;
        return start > from && isIntroduced(start) ? start : from;
    }

    private boolean isIntroduced(int at) {
        String before = sentence.word(at - 1).text();
        return before.equals(",") || before.equals(":");
    }

    /** After a quote's tag only what stands in quotation marks goes on with it. */
    private void addRest(List<Piece> content, int from, boolean quotes) {
        if (!quotes) {
            addTrimmed(content, from, sentence.size());
            return;
        }
        int at = sentence.quoted.nextSetBit(from);
        while (at >= 0) {
            int end = Math.min(sentence.size(), sentence.quoted.nextClearBit(at));
            addTrimmed(content, at, end);
            at = sentence.quoted.nextSetBit(end);
        }
    }

    /** “…” — Ada Brook. */
    private void addSignature() {
        int dash = sentence.quoted.nextClearBit(0);
        if (dash == 0 || dash + 1 >= sentence.size() || !sentence.afterMark.get(dash) || !isDash(sentence.word(dash))) {
            return;
        }
        int end = dash + 1;
        while (end < sentence.size() && !sentence.word(end).isPunctuation()) {
            end++;
        }
        boolean name = sentence.word(dash + 1).isCapitalised() && end - dash <= MAX_NAME_WORDS + 1;
        if (name && end >= sentence.size() - 1) {
            List<Piece> content = List.of(new Piece(0, dash));
            reports.add(new Report(new Piece(dash + 1, end), new Piece(dash, dash + 1), content, true));
        }
    }

    private static boolean isDash(Token token) {
        return token.text().length() == 1 && DASHES.indexOf(token.text()) >= 0;
    }

    /** BROOK: … and Ada Brook: “…”. */
    private void addTranscript() {
        int colon = 0;
        while (colon < sentence.size()
                && colon <= MAX_NAME_WORDS
                && sentence.word(colon).isCapitalised()) {
            colon++;
        }
        if (colon == 0
                || colon + 1 >= sentence.size()
                || !sentence.word(colon).text().equals(":")) {
            return;
        }
        String last = sentence.word(colon - 1).text();
        boolean capitals = last.length() > 1 && last.equals(last.toUpperCase(Locale.ROOT));
        if (capitals || sentence.quoted.get(colon + 1) && !sentence.quoted.get(colon)) {
            List<Piece> content = new ArrayList<>();
            addTrimmed(content, colon + 1, sentence.size());
            reports.add(new Report(new Piece(0, colon), new Piece(colon, colon + 1), content, true));
        }
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
