package org.claimtrail.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

/** Whatever page comes in, it is read or refused; what is read can be stored. */
public final class HtmlFuzzer {

    private HtmlFuzzer() {}

    /** Loads and warms what every input needs, so that no input is timed for it. */
    public static void fuzzerInitialize() {
        byte[] page = "0<title>Bridges</title><p>The bridge opened in 1911 &amp; cost 14,000 crowns.".getBytes(UTF_8);
        for (int i = 0; i < 200; i++) {
            fuzzerTestOneInput(page);
        }
    }

    /** The first byte chooses the character set that the server declares. */
    public static void fuzzerTestOneInput(byte[] input) {
        read(input, "text/html");
    }

    static void read(byte[] input, String type) {
        if (input.length == 0) {
            return;
        }
        String[] declared = {"", ";charset=utf-8", ";charset=utf-16le", ";charset=windows-1252", ";charset=shift_jis"};
        byte[] file = new byte[input.length - 1];
        System.arraycopy(input, 1, file, 0, file.length);
        try {
            ReadableText text = new ArticleReader()
                    .read(file, type + declared[(input[0] & 0xff) % declared.length], "https://page.example/a");
            assertStorable(text.text());
            assertStorable(text.title());
            assertStorable(text.author());
            assertStorable(text.publisher());
            assertThat(text.text().codePointCount(0, text.text().length()))
                    .isLessThanOrEqualTo(TextRules.MAX_CODE_POINTS);
        } catch (IntakeRefused refused) {
            assertThat(refused.messageKey()).isNotEmpty();
        }
    }

    static void assertStorable(@Nullable String text) {
        if (text != null) {
            assertThat(text.indexOf(0)).as("NUL").isNegative();
            assertThat(TextRules.loneSurrogate(text)).as("lone surrogate").isNegative();
        }
    }
}
