package org.claimtrail.review.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.claimtrail.claim.CodePoints;
import org.claimtrail.claim.PassageSpan;

/** A claim's passage in the lines of the article around it. */
final class Passage {

    /** At most this many code points are shown before and behind the passage. */
    private static final int AROUND = 400;

    private Passage() {}

    /** Words of the article; marked where they belong to the passage. */
    record Piece(String text, boolean marked) {}

    static List<Piece> of(String article, List<PassageSpan> spans) {
        CodePoints text = new CodePoints(article);
        List<PassageSpan> ordered = spans.stream()
                .sorted(Comparator.comparingInt(PassageSpan::startAt))
                .toList();
        List<Piece> pieces = new ArrayList<>();
        if (ordered.isEmpty()) {
            return pieces;
        }
        int first = ordered.get(0).startAt();
        int last = ordered.stream().mapToInt(PassageSpan::endAt).max().orElse(first);
        int at = lineStart(text, first);
        for (PassageSpan span : ordered) {
            if (span.startAt() > at) {
                pieces.add(new Piece(text.slice(at, span.startAt()), false));
            }
            if (span.endAt() > at) {
                pieces.add(new Piece(text.slice(Math.max(at, span.startAt()), span.endAt()), true));
                at = span.endAt();
            }
        }
        pieces.add(new Piece(text.slice(last, lineEnd(text, last)), false));
        return pieces;
    }

    private static int lineStart(CodePoints text, int from) {
        int start = Math.max(0, from - AROUND);
        int lineBreak = text.slice(start, from).lastIndexOf('\n');
        return lineBreak < 0 ? start : start + codePoints(text.slice(start, from), lineBreak + 1);
    }

    private static int lineEnd(CodePoints text, int from) {
        int end = Math.min(text.length(), from + AROUND);
        String rest = text.slice(from, end);
        int lineBreak = rest.indexOf('\n');
        return lineBreak < 0 ? end : from + codePoints(rest, lineBreak);
    }

    private static int codePoints(String text, int utf16) {
        return text.codePointCount(0, utf16);
    }
}
