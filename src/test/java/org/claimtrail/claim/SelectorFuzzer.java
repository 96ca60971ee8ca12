package org.claimtrail.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;

/** Whatever words are marked in whatever text, the passage found is the words, or there is a refusal. */
public final class SelectorFuzzer {

    private SelectorFuzzer() {}

    /**
     * Two bytes (signed; 0 for not given) say where the words start and which of their places is meant, a third how
     * long they are; the words and the text follow in UTF-8.
     */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < 3) {
            return;
        }
        String rest = new String(input, 3, input.length - 3, StandardCharsets.UTF_8);
        int words = Math.min(input[2] & 0x3f, rest.codePointCount(0, rest.length()));
        int end = rest.offsetByCodePoints(0, words);
        String exact = rest.substring(0, end);
        CodePoints text = new CodePoints(rest.substring((input[2] & 0x40) == 0 ? end : 0));
        try {
            PassageSpan span = new Quote(exact, number(input[0]), number(input[1])).place(text);
            assertThat(text.slice(span.startAt(), span.endAt())).isEqualTo(span.exact());
            assertThat(span.exact().replace("\r\n", "\n")).isEqualTo(exact.replace("\r\n", "\n"));
            assertThat(text.slice(Math.max(0, span.startAt() - PassageSpan.CONTEXT), span.startAt()))
                    .isEqualTo(span.prefix());
            assertThat(text.slice(span.endAt(), Math.min(text.length(), span.endAt() + PassageSpan.CONTEXT)))
                    .isEqualTo(span.suffix());
        } catch (Refused refused) {
            assertThat(refused.key()).isNotEmpty();
        }
    }

    private static @Nullable Integer number(byte value) {
        return value == 0 ? null : Integer.valueOf(value);
    }
}
