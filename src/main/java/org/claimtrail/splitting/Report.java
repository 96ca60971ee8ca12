package org.claimtrail.splitting;

import java.util.List;
import org.claimtrail.splitting.ClaimDraft.Piece;
import org.jspecify.annotations.Nullable;

/**
 * One report of speech or thought, as words of its sentence.
 *
 * @param source who is reported, or null where the sentence does not say
 * @param cue the words that report, or null where only quotation marks do
 * @param content what is reported, in the order of the text
 * @param speaks whether it tells of words said outside a quote, and not only of a wish or a view
 */
record Report(@Nullable Piece source, @Nullable Piece cue, List<Piece> content, boolean speaks) {

    /** Whether the report itself stands in quotation marks. */
    boolean isQuoted(Sentence sentence) {
        return !speaks && cue != null && sentence.quoted.get(cue.from());
    }
}
