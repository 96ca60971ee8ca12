package org.claimtrail.intake;

import java.nio.charset.StandardCharsets;

/**
 * The bytes as they came in. Two originals are compared by their {@code sha256}.
 *
 * @param bytes the file, the response body (without content encoding), or the pasted text in UTF-8
 * @param mediaType such as {@code text/html; charset=windows-1252}
 * @param sha256 of the bytes, in lower-case hexadecimal
 */
public record Original(byte[] bytes, String mediaType, String sha256) {

    public static Original of(byte[] bytes, String mediaType) {
        return new Original(bytes, mediaType, TextFingerprint.sha256(bytes));
    }

    /** The original of a pasted text, as {@link ArticleReader#readPasted} returned it. */
    public static Original ofPasted(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), "text/plain; charset=utf-8");
    }
}
