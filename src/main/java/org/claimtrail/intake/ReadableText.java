package org.claimtrail.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sees of an article, and what the original says about itself.
 *
 * @param text the readable text, one block (paragraph, heading, list item) a line; free of NUL and lone surrogates
 * @param title at most 500 characters, as are publisher and author; a text from a stranger, not to be trusted
 * @param publishedOn the date as the publisher wrote it, in the publisher's own time zone
 * @param address an http or https address, normalised
 * @param language a BCP 47 tag such as {@code en-GB}
 */
public record ReadableText(
        String text,
        @Nullable String title,
        @Nullable String publisher,
        @Nullable String author,
        @Nullable LocalDate publishedOn,
        @Nullable String address,
        @Nullable String language) {

    static ReadableText of(String text) {
        return new ReadableText(text, null, null, null, null, null, null);
    }
}
