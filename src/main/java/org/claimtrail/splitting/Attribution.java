package org.claimtrail.splitting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One report of speech: who, by which words, and what.
 *
 * @param source who is reported: words of the sentence, or of another one where a quote goes on over several and only
 *     that one names its speaker; null where nobody is named
 * @param cue the reporting words, or null where only quotation marks report
 * @param content the passages reported, with their quotation marks
 */
public record Attribution(@Nullable Span source, @Nullable Span cue, List<Span> content) {

    public Attribution {
        content = List.copyOf(content);
    }
}
