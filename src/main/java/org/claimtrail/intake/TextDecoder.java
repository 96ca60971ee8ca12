package org.claimtrail.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decodes plain text without ever replacing a byte it does not understand. */
final class TextDecoder {

    private TextDecoder() {}

    /**
     * Decodes by the byte order mark (which is dropped, being no part of the text), else as UTF-8, else in the declared
     * character set.
     *
     * @throws IntakeRefused naming the line of the first byte that is not UTF-8, if none of these fits
     */
    static String decode(byte[] file, @Nullable Charset declared) {
        Charset marked = byteOrderMark(file);
        if (marked != null) {
            int mark = marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
            return orRefuse(strictly(Arrays.copyOfRange(file, mark, file.length), marked), file);
        }
        String text = isWide(declared) ? null : strictly(file, StandardCharsets.UTF_8);
        if (text == null && declared != null) {
            text = strictly(file, declared);
        }
        return orRefuse(text, file);
    }

    /** Whether NUL bytes are ordinary in this character set. */
    static boolean isWide(@Nullable Charset charset) {
        return charset != null && charset.name().startsWith("UTF-16");
    }

    private static String orRefuse(@Nullable String text, byte[] file) {
        if (text != null) {
            return text;
        }
        if (FileKind.looksBinary(file)) {
            throw new IntakeRefused("intake.refused.binary");
        }
        throw new IntakeRefused("intake.refused.not-utf-8", lineOfFirstError(file));
    }

    static @Nullable Charset byteOrderMark(byte[] file) {
        int first = unsigned(file, 0) << 8 | unsigned(file, 1);
        if (first == 0xefbb && unsigned(file, 2) == 0xbf) {
            return StandardCharsets.UTF_8;
        }
        if (first == 0xfeff) {
            return StandardCharsets.UTF_16BE;
        }
        return first == 0xfffe ? StandardCharsets.UTF_16LE : null;
    }

    private static int unsigned(byte[] file, int at) {
        return at < file.length ? file[at] & 255 : 0;
    }

    static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static int lineOfFirstError(byte[] file) {
        CharBuffer valid = CharBuffer.allocate(file.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file), valid, true);
        int end = valid.position();
        return result.isError() ? TextRules.lineOf(valid.flip(), end) : 1;
    }
}
