package org.claimtrail.claim;

import java.util.List;
import org.claimtrail.splitting.Candidate;
import org.claimtrail.splitting.Reason;

/** What the splitter found, in the desk's words. */
record Proposal(
        long articleId,
        long articleRevisionId,
        Wording wording,
        List<PassageSpan> passage,
        double score,
        List<String> reasons,
        List<ClaimQuantity> quantities,
        List<ClaimTime> times) {

    private static final int MAX_WORDING = 2_000;
    private static final int MAX_CLAIMANT = 200;

    static Proposal of(long articleId, long revisionId, CodePoints text, Candidate found) {
        return new Proposal(
                articleId,
                revisionId,
                new Wording(
                        cut(found.text(), MAX_WORDING),
                        Kind.valueOf(found.kind().name()),
                        found.speaker() == null ? null : cut(found.speaker(), MAX_CLAIMANT),
                        null),
                found.spans().stream()
                        .map(span -> PassageSpan.of(text, span.start(), span.end()))
                        .toList(),
                found.score(),
                found.reasons().stream().map(Reason::code).toList(),
                found.quantities().stream()
                        .map(q -> new ClaimQuantity(
                                q.start(), q.end(), q.value(), q.low(), q.high(), q.unit(), q.comparator()))
                        .toList(),
                found.times().stream()
                        .map(t -> new ClaimTime(t.start(), t.end(), t.value()))
                        .toList());
    }

    /** A sentence without an end can be as long as the article; the claim's passage still holds all of it. */
    private static String cut(String text, int max) {
        if (text.codePointCount(0, text.length()) <= max) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, max - 1)) + "…";
    }
}
