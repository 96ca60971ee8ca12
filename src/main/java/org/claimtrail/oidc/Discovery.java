package org.claimtrail.oidc;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.RequestEntity;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestOperations;

/**
 * What the provider says of itself: where it is asked, and what its tokens are signed with. It is read when it is first
 * needed, so that the desk starts without it, and again once it is old.
 */
final class Discovery {

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

    private static final String DOCUMENT = "/.well-known/openid-configuration";
    private static final Duration FRESH = Duration.ofHours(12);

    /** How long a provider that did not answer is not asked again, so that no request waits behind another. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final int LONGEST_PROBLEM = 300;
    private static final List<String> NEEDED = List.of("authorization_endpoint", "token_endpoint", "jwks_uri");
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final OidcSettings settings;
    private final RestOperations http;
    private final Clock clock;
    private @Nullable Found found;
    private Instant next = Instant.MIN;

    Discovery(OidcSettings settings, RestOperations http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    /** The provider as it describes itself, and what reads its tokens. */
    record Found(ClientRegistration registration, JwtDecoder decoder, Instant at) {}

    /** What was found; null where the provider cannot be reached or describes itself wrongly. */
    synchronized @Nullable Found find(String redirectUri) {
        Instant now = clock.instant();
        Found known = found;
        if (known != null && known.at().plus(FRESH).isAfter(now)) {
            return known;
        }
        if (now.isBefore(next)) {
            return null;
        }
        try {
            found = ask(redirectUri, now);
        } catch (RuntimeException problem) {
            LOG.warn("The provider at claimtrail.oidc.issuer cannot be used: {}", inOneLine(problem));
            found = null;
            next = clock.instant().plus(PAUSE);
        }
        return found;
    }

    private Found ask(String redirectUri, Instant now) {
        String issuer = Objects.requireNonNull(settings.issuer());
        URI document = URI.create(issuer.replaceFirst("/$", "") + DOCUMENT);
        Map<String, Object> said = Objects.requireNonNull(
                http.exchange(RequestEntity.get(document).build(), JSON).getBody(), "it says nothing");
        if (!issuer.equals(said.get("issuer"))) {
            throw new IllegalStateException("it calls itself " + said.get("issuer"));
        }
        for (String endpoint : NEEDED) {
            refuseUnsafe(endpoint, said.get(endpoint));
        }
        if (said.get("userinfo_endpoint") != null) {
            refuseUnsafe("userinfo_endpoint", said.get("userinfo_endpoint"));
        }
        ClientRegistration registration = ClientRegistrations.fromOidcConfiguration(said)
                .registrationId(OidcProvider.REGISTRATION)
                .clientId(Objects.requireNonNull(settings.clientId()))
                .clientSecret(Objects.requireNonNull(settings.clientSecret()))
                .clientName(settings.name())
                .scope(settings.scopes())
                .redirectUri(redirectUri)
                .build();
        return new Found(registration, decoder(registration), now);
    }

    /** It may quote what the provider sent. */
    private static String inOneLine(RuntimeException problem) {
        String said = problem.toString().replaceAll("\\p{Cntrl}", " ");
        return said.length() <= LONGEST_PROBLEM ? said : said.substring(0, LONGEST_PROBLEM);
    }

    private static void refuseUnsafe(String endpoint, @Nullable Object address) {
        if (!OidcSettings.safe(address instanceof String text ? text : null)) {
            throw new IllegalStateException("its " + endpoint + " is no https address");
        }
    }

    /** Tokens signed with the provider's published keys alone: no algorithm here takes a shared secret, or none at all. */
    private JwtDecoder decoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
                .jwsAlgorithms(algorithms -> algorithms.addAll(List.of(SignatureAlgorithm.values())))
                .restOperations(http)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                List.of(new JwtTimestampValidator(), new OidcIdTokenValidator(registration))));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }
}
