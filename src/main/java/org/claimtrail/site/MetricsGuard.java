package org.claimtrail.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Lets admins read the metrics, and programs that send the token of the settings. */
@Component
@EnableConfigurationProperties(MetricsSettings.class)
class MetricsGuard implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String BEARER = "Bearer ";

    private final MetricsSettings settings;

    MetricsGuard(MetricsSettings settings) {
        this.settings = settings;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                bears(context.getRequest().getHeader(HttpHeaders.AUTHORIZATION)) || isAdmin(who.get()));
    }

    private boolean bears(@Nullable String header) {
        String token = settings.token();
        return token != null
                && !token.isEmpty()
                && header != null
                && header.startsWith(BEARER)
                && MessageDigest.isEqual(bytes(header.substring(BEARER.length())), bytes(token));
    }

    private static boolean isAdmin(@Nullable Authentication who) {
        return who != null
                && who.isAuthenticated()
                && who.getAuthorities().stream().anyMatch(authority -> "ROLE_ADMIN".equals(authority.getAuthority()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
