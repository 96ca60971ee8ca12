package org.claimtrail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts on the sentence that a person reads when something is refused. */
final class Refusals {

    private static final Properties MESSAGES = load();

    private Refusals() {}

    private static Properties load() {
        Properties messages = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Refusals.class.getResourceAsStream("/messages.properties")),
                StandardCharsets.UTF_8)) {
            messages.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    static AbstractStringAssert<?> assertRefusal(ThrowingCallable call) {
        IntakeRefused refused = catchThrowableOfType(IntakeRefused.class, call);
        assertThat(refused).as("refusal").isNotNull();
        String sentence = MESSAGES.getProperty(refused.messageKey());
        assertThat(sentence).as(refused.messageKey()).isNotNull();
        return assertThat(new MessageFormat(sentence, Locale.ENGLISH)
                        .format(refused.arguments().toArray()))
                .doesNotContain("{");
    }
}
