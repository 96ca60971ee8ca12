package org.claimtrail.support;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

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

    /** Whether readers reach the desk by HTTPS, as far as is configured. */
    public boolean https() {
        return configured != null && configured.startsWith("https://");
    }

    /** The configured one, or else the one that was asked. To be called while the request is served. */
    public String asked() {
        return configured == null
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : configured;
    }

    /** The configured one, or that on this machine; null where no web server runs. */
    public @Nullable String here() {
        String port = environment.getProperty("local.server.port");
        return configured != null || port == null ? configured : "http://localhost:" + port;
    }
}
