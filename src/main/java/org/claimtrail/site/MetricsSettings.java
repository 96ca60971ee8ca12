package org.claimtrail.site;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may read the metrics besides admins.
 *
 * @param token what a program sends as {@code Authorization: Bearer …}, at least 20 characters; without it none may
 */
@ConfigurationProperties("claimtrail.metrics")
record MetricsSettings(@Nullable String token) {

    private static final int SHORTEST = 20;

    MetricsSettings {
        if (token != null && !token.isEmpty() && token.length() < SHORTEST) {
            throw new IllegalArgumentException("claimtrail.metrics.token is shorter than " + SHORTEST + " characters");
        }
    }
}
