package org.claimtrail.support;

import java.util.List;
import java.util.Locale;

/** Says why a text is not a web address the desk can use. People see the text behind {@link #messageKey()}. */
public final class InvalidWebAddress extends RuntimeException {

    /** What is wrong with the address; the message key ends in the name in lower case with hyphens. */
    public enum Reason {
        EMPTY,
        TOO_LONG,
        NOT_WEB,
        NO_HOST,
        BAD_HOST,
        BAD_PORT,
        USER_INFO,
        MALFORMED
    }

    private final Reason reason;
    private final List<Object> arguments;

    InvalidWebAddress(Reason reason, Object... arguments) {
        super("web address refused: " + reason);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    /** A key of messages.properties: {@code address.refused.} and the reason. */
    public String messageKey() {
        return "address.refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The arguments of the message, in order. */
    public List<Object> arguments() {
        return arguments;
    }
}
