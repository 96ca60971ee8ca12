package org.claimtrail.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why something was not taken in. People see the text behind {@link #messageKey()}, never this message. */
public final class IntakeRefused extends RuntimeException {

    private final String messageKey;
    private final List<Object> arguments;

    IntakeRefused(String messageKey, Object... arguments) {
        this(messageKey, List.of(arguments), null);
    }

    IntakeRefused(String messageKey, List<Object> arguments, @Nullable Throwable cause) {
        super(messageKey + " " + arguments, cause);
        this.messageKey = messageKey;
        this.arguments = arguments;
    }

    /** A key of messages.properties: {@code intake.refused.…}, or {@code address.refused.…} for a wrong address. */
    public String messageKey() {
        return messageKey;
    }

    /** The arguments of the message, in order. */
    public List<Object> arguments() {
        return arguments;
    }
}
