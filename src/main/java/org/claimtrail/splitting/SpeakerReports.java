package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.claimtrail.splitting.ClaimDraft.Piece;

/** Finds to whom a sentence as a whole is given: by a speech tag, by a name after a dash or by one before a colon. */
final class SpeakerReports {

    private static final int MAX_NAME_WORDS = 5;
    private static final String DASHES = "―—–-";

    private final Sentence sentence;
    private final List<Report> reports = new ArrayList<>();

    SpeakerReports(Sentence sentence) {
        this.sentence = sentence;
    }

    List<Report> found() {
        addTags();
        addSignature();
        addTranscript();
        return reports;
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
        return start > from && isIntroduced(sentence, start) ? start : from;
    }

    /** Whether a comma or colon before the index opens what is said. */
    static boolean isIntroduced(Sentence sentence, int at) {
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
}
