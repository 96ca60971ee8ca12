package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.jspecify.annotations.Nullable;

/**
 * Reads the reports of speech and thought of an article. Words in quotation marks that their sentence gives to nobody
 * are those of whoever the quote is given to further on, else of whoever was reported last.
 */
final class ReportedSpeech {

    private static final String MARKS = "\"“”„«»";

    private final OffsetMap offsets;
    private final List<Sentence> sentences;
    private final List<Reports> reports = new ArrayList<>();
    private int next;
    private @Nullable Source last;
    private @Nullable Source carried;

    /** Words of a sentence that name who is reported. */
    record Source(Sentence sentence, Piece words) {}

    ReportedSpeech(Lexicon lexicon, List<Sentence> sentences, OffsetMap offsets) {
        this.offsets = offsets;
        this.sentences = sentences;
        for (Sentence sentence : sentences) {
            reports.add(Reports.in(lexicon, sentence));
        }
    }

    /** The attributions of the next sentence. */
    List<Attribution> next() {
        int index = next++;
        Sentence sentence = sentences.get(index);
        List<Attribution> attributions = new ArrayList<>();
        BitSet reported = new BitSet();
        for (Report report : reports.get(index).list()) {
            attributions.add(attribution(sentence, report));
            if (!report.isQuoted(sentence)) {
                report.content().forEach(piece -> reported.set(piece.from(), piece.to()));
            }
        }
        remember(index, sentence);
        addUnattributed(attributions, index, reported);
        Piece introduced = reports.get(index).introduced();
        if (introduced != null) {
            last = new Source(sentence, introduced);
        }
        return attributions;
    }

    /** Whose words the sentence read last opens with, where its quotation marks give them to nobody in it, or null. */
    @Nullable
    Source carried() {
        return carried;
    }

    private Attribution attribution(Sentence sentence, Report report) {
        Piece source = report.source();
        Piece cue = report.cue();
        List<Span> content = report.content().stream()
                .map(piece -> withMarks(sentence, piece))
                .toList();
        return new Attribution(
                source == null ? null : span(sentence, source), cue == null ? null : span(sentence, cue), content);
    }

    /** Whoever the sentence as a whole is given to speaks on, or else the last who is reported in it. */
    private void remember(int index, Sentence sentence) {
        int reported = 0;
        for (Report report : reports.get(index).list()) {
            Piece source = report.source();
            Piece cue = report.cue();
            if (source != null && cue != null && report.speaks() && cue.from() >= reported) {
                last = new Source(sentence, source);
                List<Piece> content = report.content();
                reported = content.isEmpty()
                        ? cue.to()
                        : content.get(content.size() - 1).to();
            }
        }
    }

    private void addUnattributed(List<Attribution> attributions, int index, BitSet reported) {
        Sentence sentence = sentences.get(index);
        carried = null;
        int from = sentence.quoted.nextSetBit(0);
        while (from >= 0) {
            int to = Math.min(sentence.size(), sentence.quoted.nextClearBit(from));
            int said = reported.nextSetBit(from);
            if (said < 0 || said >= to) {
                Source source = unattributed(index, from, to);
                Span span = source == null ? null : span(source.sentence(), source.words());
                attributions.add(new Attribution(span, null, List.of(withMarks(sentence, new Piece(from, to)))));
                carried = from == 0 ? source : carried;
                last = to == sentence.size() ? source : last;
            }
            from = sentence.quoted.nextSetBit(to);
        }
    }

    /** Whose the quoted words are that no cue of their sentence reports. */
    private @Nullable Source unattributed(int index, int from, int to) {
        Sentence sentence = sentences.get(index);
        if (from == 0 && sentence.opensQuoted) {
            return last;
        }
        Source ahead = to == sentence.size() ? ahead(index) : null;
        if (ahead != null) {
            return ahead;
        }
        Piece subject = reports.get(index).subjectBefore(from);
        return subject == null ? last : new Source(sentence, subject);
    }

    /** Who a later sentence of the same quote gives it to, or null. */
    private @Nullable Source ahead(int index) {
        for (int i = index + 1; i < sentences.size() && sentences.get(i).opensQuoted; i++) {
            Sentence sentence = sentences.get(i);
            for (Report report : reports.get(i).list()) {
                Piece source = report.source();
                if (source != null && report.content().get(0).from() == 0 && !report.isQuoted(sentence)) {
                    return new Source(sentence, source);
                }
            }
            if (sentence.quoted.nextClearBit(0) < sentence.size()) {
                return null;
            }
        }
        return null;
    }

    /** The span with a parenthesis that follows directly: "Ada Brook (D-Ohio)". */
    private Span span(Sentence sentence, Piece piece) {
        int start = sentence.word(piece.from()).start();
        int end = sentence.word(piece.to() - 1).end();
        boolean followed = end + 1 < sentence.passage.end() && sentence.text.charAt(end + 1) == '(';
        return followed
                ? offsets.span(start, sentence.passage(piece.from(), piece.to()).end())
                : offsets.span(start, end);
    }

    /** The span with the quotation marks at its ends. */
    private Span withMarks(Sentence sentence, Piece piece) {
        int to = piece.to();
        while (to < sentence.size()
                && sentence.quoted.get(to - 1)
                && sentence.quoted.get(to)
                && sentence.word(to).isPunctuation()) {
            to++;
        }
        int start = sentence.word(piece.from()).start();
        int end = sentence.word(to - 1).end();
        String text = sentence.text;
        if (sentence.quoted.get(piece.from())) {
            int mark = start - markLength(text, start - 2, start - 1);
            start = Math.max(mark, sentence.passage.start());
        }
        if (sentence.quoted.get(to - 1)) {
            end = Math.min(end + markLength(text, end, end), sentence.passage.end());
        }
        return offsets.span(start, end);
    }

    private static int markLength(String text, int doubled, int single) {
        if (doubled >= 0 && doubled < text.length() && Tokenizer.isDoubledApostrophe(text, doubled)) {
            return 2;
        }
        return single >= 0 && single < text.length() && MARKS.indexOf(text.charAt(single)) >= 0 ? 1 : 0;
    }
}
