package org.claimtrail.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** Whatever is given for an address, it is refused or has one spelling that stays as it is when read again. */
public final class WebAddressFuzzer {

    private WebAddressFuzzer() {}

    /** The bytes are the address, in UTF-8. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        reads(text);
        reads("https://" + text);
        try {
            WebAddress base = WebAddress.parse("https://page.example/a/b?c");
            WebAddress.parse(base.resolve(text).toString());
        } catch (InvalidWebAddress refused) {
            assertThat(refused.reason()).isNotNull();
        }
    }

    private static void reads(String text) {
        try {
            String spelling = WebAddress.normalize(text);
            assertThat(WebAddress.normalize(spelling)).isEqualTo(spelling);
            assertThat(spelling).matches("https?://[^\\s<>\"]+").hasSizeLessThanOrEqualTo(WebAddress.MAX_LENGTH);
        } catch (InvalidWebAddress refused) {
            assertThat(refused.reason()).isNotNull();
        }
    }
}
