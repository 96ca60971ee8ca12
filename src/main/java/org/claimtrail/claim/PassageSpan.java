package org.claimtrail.claim;

import jakarta.persistence.Embeddable;

/**
 * One stretch of a passage: TextPositionSelector and TextQuoteSelector of the W3C Web Annotation Data Model (section
 * 4.2.4 and 4.2.5).
 *
 * @param startAt Unicode code points from the start of the article revision's text, from 0
 * @param endAt the same, end exclusive
 * @param exact the words there
 * @param prefix up to 32 code points before them
 * @param suffix up to 32 code points behind them
 */
@Embeddable
public record PassageSpan(int startAt, int endAt, String exact, String prefix, String suffix) {

    static final int CONTEXT = 32;

    /** The span between two offsets of a text. */
    static PassageSpan of(CodePoints text, int start, int end) {
        return new PassageSpan(
                start,
                end,
                text.slice(start, end),
                text.slice(Math.max(0, start - CONTEXT), start),
                text.slice(end, Math.min(text.length(), end + CONTEXT)));
    }
}
