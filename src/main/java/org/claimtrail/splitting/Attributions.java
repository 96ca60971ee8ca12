package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.splitting.ClaimDraft.Piece;

/** The reports of speech in a sentence, from its speech tag and from the frames of its claims. */
final class Attributions {

    private Attributions() {}

    static List<Attribution> of(Sentence sentence, List<ClaimDraft> drafts, OffsetMap offsets) {
        List<Attribution> attributions = new ArrayList<>();
        SpeechTag tag = sentence.tag;
        if (tag != null) {
            List<Span> content = new ArrayList<>();
            addContent(content, sentence, 0, tag.start(), offsets);
            addContent(content, sentence, tag.end(), sentence.size(), offsets);
            attributions.add(new Attribution(
                    span(sentence, tag.sourceStart(), tag.sourceEnd(), offsets),
                    span(sentence, tag.cueStart(), tag.cueEnd(), offsets),
                    content));
        }
        for (ClaimDraft.Report report : reports(drafts)) {
            List<Span> content = new ArrayList<>();
            for (ClaimDraft draft : drafts) {
                if (draft.reports.contains(report)) {
                    Piece body = draft.body.get(draft.body.size() - 1);
                    content.add(span(
                            sentence, draft.body.size() == 1 ? draft.bodyStart() : body.from(), body.to(), offsets));
                }
            }
            Piece source = report.source();
            attributions.add(new Attribution(
                    source == null ? null : span(sentence, source.from(), source.to(), offsets),
                    span(sentence, report.cue().from(), report.cue().to(), offsets),
                    content));
        }
        return attributions;
    }

    private static List<ClaimDraft.Report> reports(List<ClaimDraft> drafts) {
        return drafts.stream()
                .flatMap(draft -> draft.reports.stream())
                .distinct()
                .toList();
    }

    private static void addContent(List<Span> content, Sentence sentence, int start, int stop, OffsetMap offsets) {
        int from = start;
        int to = stop;
        while (from < to && sentence.word(from).isPunctuation()) {
            from++;
        }
        while (to > from && sentence.word(to - 1).isPunctuation()) {
            to--;
        }
        if (to > from) {
            content.add(span(sentence, from, to, offsets));
        }
    }

    private static Span span(Sentence sentence, int from, int to, OffsetMap offsets) {
        return offsets.span(sentence.word(from).start(), sentence.word(to - 1).end());
    }
}
