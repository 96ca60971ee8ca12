package org.claimtrail.intake;

import org.jspecify.annotations.Nullable;

/** Reads an article's text, and what it says about itself, out of what was uploaded, fetched or pasted. */
public final class ArticleReader {

    /** The largest original taken, in bytes. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    /**
     * Reads plain text or HTML. Plain text comes back as it is, with its own line ends and without a byte order mark;
     * of HTML the article without the page around it.
     *
     * @param declaredMediaType as the browser or server gave it, with or without a character set
     * @param nameOrAddress the file's name or the address it was fetched from
     * @throws IntakeRefused if it is too large, is neither plain text nor HTML, or has no text
     */
    public ReadableText read(byte[] original, @Nullable String declaredMediaType, @Nullable String nameOrAddress) {
        if (original.length > MAX_BYTES) {
            throw new IntakeRefused("intake.refused.too-large", MAX_BYTES >> 20);
        }
        if (original.length == 0) {
            throw new IntakeRefused("intake.refused.empty");
        }
        MediaType declared = MediaType.parse(declaredMediaType);
        return switch (FileKind.of(original, declared, nameOrAddress)) {
            case PLAIN_TEXT -> ReadableText.of(TextRules.checked(TextDecoder.decode(original, declared.charset())));
            case HTML ->
                HtmlPage.parse(original, declared.charset(), nameOrAddress).read();
        };
    }

    /**
     * Takes a pasted text as it is but for its line ends, which come back as LF: a browser sends every line end of a
     * text area as CRLF, whatever the person pasted.
     *
     * @throws IntakeRefused if the text is empty, too long, or holds NUL or half a character
     */
    public ReadableText readPasted(String text) {
        return ReadableText.of(TextRules.checked(text.replace("\r\n", "\n").replace('\r', '\n')));
    }

    /**
     * Whether the text holds characters (U+202A to U+202E, U+2066 to U+2069) that make it show in another order than
     * it is stored in. They are kept; the page warns of them.
     */
    public static boolean hasBidirectionalControls(String text) {
        return TextRules.hasBidirectionalControls(text);
    }
}
