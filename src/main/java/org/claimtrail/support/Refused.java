package org.claimtrail.support;

import java.util.List;

/**
 * A move that the desk's rules refuse. Carries the key of the sentence that says why, so that a page can show it; each
 * argument that starts with {@code '#'} is itself a message key.
 */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    public Refused(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
