package org.claimtrail.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/**
 * The headers of pages that are written outside the security filters: of a request that was refused before them, and
 * while the database does not answer.
 */
final class ProtectiveHeaders {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            SecurityConfiguration.POLICY,
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            HttpHeaders.CACHE_CONTROL,
            "no-store");

    private ProtectiveHeaders() {}

    /** Sets those that are not there. */
    static void set(HttpServletResponse response) {
        HEADERS.forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
    }
}
