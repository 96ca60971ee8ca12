package org.claimtrail.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The two kinds of original that can be read, told apart by what was declared and checked against the bytes. */
enum FileKind {
    PLAIN_TEXT,
    HTML;

    private record Magic(String name, int offset, byte[] bytes) {

        static Magic of(String name, int offset, String latin1) {
            return new Magic(name, offset, latin1.getBytes(StandardCharsets.ISO_8859_1));
        }

        boolean startsHere(byte[] file) {
            if (file.length < offset + bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if (file[offset + i] != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Magic> FOREIGN = List.of(
            Magic.of("PNG", 0, "\u0089PNG\r\n"),
            Magic.of("JPEG", 0, "\u00ff\u00d8\u00ff"),
            Magic.of("GIF", 0, "GIF87a"),
            Magic.of("GIF", 0, "GIF89a"),
            Magic.of("WebP", 8, "WEBPVP8"),
            Magic.of("PDF", 0, "%PDF-"),
            Magic.of("ZIP", 0, "PK\u0003\u0004"),
            Magic.of("ZIP", 0, "PK\u0005\u0006"),
            Magic.of("GZIP", 0, "\u001f\u008b\b"),
            Magic.of("RTF", 0, "{\\rtf"),
            Magic.of("DOC", 0, "\u00d0\u00cf\u0011\u00e0"),
            Magic.of("MP4", 4, "ftyp"),
            Magic.of("7z", 0, "7z\u00bc\u00af\u0027\u001c"),
            Magic.of("RAR", 0, "Rar!\u001a\u0007"));

    private static final Pattern HTML_NAME = Pattern.compile(".*\\.x?html?");
    /** Atomic, so that a row of comments is read in one way only. */
    private static final Pattern HTML_START =
            Pattern.compile("(?is)(\u00ef\u00bb\u00bf)?(?>\\s|<\\?xml[^>]*>|<!--.*?-->)*+<(!doctype html|html)\\b.*");

    private static final int SNIFFED_BYTES = 1_024;

    /**
     * @param name the file's name or the web address, used where the media type leaves it open
     * @throws IntakeRefused if it was declared as, or is, neither plain text nor HTML
     */
    static FileKind of(byte[] file, MediaType declared, @Nullable String name) {
        for (Magic magic : FOREIGN) {
            if (magic.startsHere(file)) {
                throw new IntakeRefused("intake.refused.foreign-format", magic.name());
            }
        }
        if (declared.isHtml()) {
            return HTML;
        }
        if (declared.isPlainText()) {
            return PLAIN_TEXT;
        }
        if (!declared.isUndecided()) {
            throw new IntakeRefused("intake.refused.media-type", declared.type());
        }
        boolean html =
                name != null && HTML_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches();
        return html || startsLikeHtml(file) ? HTML : PLAIN_TEXT;
    }

    private static boolean startsLikeHtml(byte[] file) {
        int length = Math.min(file.length, SNIFFED_BYTES);
        return HTML_START
                .matcher(new String(file, 0, length, StandardCharsets.ISO_8859_1))
                .matches();
    }

    /** Whether the first kilobyte holds a NUL, which no text in a one-byte or UTF-8 encoding does. */
    static boolean looksBinary(byte[] file) {
        for (int i = 0; i < Math.min(file.length, SNIFFED_BYTES); i++) {
            if (file[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
