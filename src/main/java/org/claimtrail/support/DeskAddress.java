package org.claimtrail.support;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where this desk's pages are. Addresses have no slash at their end. */
@Component
public class DeskAddress {

    private final @Nullable String configured;
    private final Environment environment;

    DeskAddress(@Value("${claimtrail.base-url:#{null}}") @Nullable String baseUrl, Environment environment) {
        this.configured = baseUrl == null ? null : baseUrl.replaceAll("/+$", "");
        this.environment = environment;
    }

    /** As {@code claimtrail.base-url} says; null where it does not. */
    public @Nullable String configured() {
        return configured;
    }

    /** The configured one, or that on this machine; null where no web server runs. */
    public @Nullable String here() {
        String port = environment.getProperty("local.server.port");
        return configured != null || port == null ? configured : "http://localhost:" + port;
    }
}
