package org.claimtrail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** Whatever plain text comes in, as a file or pasted, it is taken as it is or refused. */
public final class TextFuzzer {

    private TextFuzzer() {}

    /** The first byte chooses the character set that the server declares. */
    public static void fuzzerTestOneInput(byte[] input) {
        HtmlFuzzer.read(input, "text/plain");
        // In UTF-16 every byte pair is a character, so that halves of characters come up too.
        String pasted = new String(input, StandardCharsets.UTF_16LE);
        pasted(pasted.substring(0, pasted.length() - pasted.length() % 2));
        if (input.length % 2 == 0) {
            pasted(chars(input));
        }
    }

    private static String chars(byte[] input) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 1 < input.length; i += 2) {
            text.append((char) ((input[i] & 0xff) << 8 | input[i + 1] & 0xff));
        }
        return text.toString();
    }

    private static void pasted(String text) {
        try {
            String taken = new ArticleReader().readPasted(text).text();
            HtmlFuzzer.assertStorable(taken);
            assertThat(taken).isEqualTo(text.replace("\r\n", "\n").replace('\r', '\n'));
        } catch (IntakeRefused refused) {
            assertThat(refused.messageKey()).isNotEmpty();
        }
    }
}
