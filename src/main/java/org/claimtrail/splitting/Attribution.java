package org.claimtrail.splitting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One report of speech: who, by which words, and what.
 *
 * @param source who is reported, or null where the sentence does not say
 * @param cue the reporting words, or null where there are none
 * @param content the passages reported
 */
public record Attribution(@Nullable Span source, @Nullable Span cue, List<Span> content) {

    public Attribution {
        content = List.copyOf(content);
    }
}
