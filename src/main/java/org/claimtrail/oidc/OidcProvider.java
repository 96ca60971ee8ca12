package org.claimtrail.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.claimtrail.support.DeskAddress;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestTemplate;

/**
 * The provider of OpenID Connect that people sign in at, if one is configured. The authorization code flow with PKCE, a state
 * and a nonce; the token that comes back is checked for its signature, issuer, audience, time and nonce, and is not kept.
 */
@Component
@EnableConfigurationProperties(OidcSettings.class)
public class OidcProvider {

    /** Where the provider sends people back to. */
    public static final String CALLBACK = "/sign-in/provider/callback";

    static final String REGISTRATION = "provider";

    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);

    /** How long somebody may be away. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Of RFC 8176: several factors, a one-time password, a key in hardware. */
    private static final Set<String> STRONG = Set.of("mfa", "otp", "hwk");

    private static final int LONGEST_SUBJECT = 255;

    private final OidcSettings settings;
    private final DeskAddress desk;
    private final Clock clock;
    private final Discovery discovery;
    private final RestClientAuthorizationCodeTokenResponseClient tokens;
    private final OidcUserService people;

    OidcProvider(OidcSettings settings, DeskAddress desk, Clock clock) {
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
        RestTemplate documents = IssuerHttp.documents();
        discovery = new Discovery(settings, documents, clock);
        tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(IssuerHttp.tokens());
        DefaultOAuth2UserService users = new DefaultOAuth2UserService();
        users.setRestOperations(documents);
        people = new OidcUserService();
        people.setOauth2UserService(users);
    }

    /** Whether people sign in at a provider at all. */
    public boolean configured() {
        return settings.configured();
    }

    /** What pages call it. */
    public String name() {
        return settings.name();
    }

    /** The address by which it names itself. */
    public String issuer() {
        return Objects.requireNonNull(settings.issuer());
    }

    /**
     * Sends somebody on their way.
     *
     * @param account the account that is to be linked; null for signing in
     * @throws Refused where the provider cannot be reached
     */
    public OidcAsked begin(HttpServletRequest request, @Nullable Long account) {
        ClientRegistration registration = found().registration();
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(id -> registration);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return new OidcAsked(Objects.requireNonNull(resolver.resolve(request, REGISTRATION)), account, clock.instant());
    }

    /** What came back with somebody; each may be missing. */
    public record Answer(
            @Nullable String code,
            @Nullable String state,
            @Nullable String error,
            @Nullable String iss) {}

    /**
     * Asks the provider who came back.
     *
     * @param asked what it was asked in the same session; null where it was asked nothing there
     * @throws Refused where that is not what was asked for, took too long, or cannot be believed
     */
    public OidcPerson finish(@Nullable OidcAsked asked, Answer answer) {
        if (asked == null
                || asked.at().plus(PATIENCE).isBefore(clock.instant())
                || !Objects.equals(asked.request().getState(), answer.state())) {
            throw new Refused("oidc.refused.late");
        }
        if (answer.iss() != null && !answer.iss().equals(settings.issuer())) {
            throw notTaken("another issuer answered");
        }
        if (answer.error() != null || answer.code() == null || answer.code().isEmpty()) {
            boolean cancelled = "access_denied".equals(answer.error());
            throw new Refused(cancelled ? "oidc.refused.cancelled" : "oidc.refused.failed", settings.name());
        }
        return person(identify(asked, answer.code(), found()));
    }

    private OidcUser identify(OidcAsked asked, String code, Discovery.Found found) {
        OidcAuthorizationCodeAuthenticationProvider library =
                new OidcAuthorizationCodeAuthenticationProvider(tokens, people);
        library.setJwtDecoderFactory(registration -> found.decoder());
        OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code)
                .redirectUri(Objects.requireNonNull(asked.request().getRedirectUri()))
                .state(Objects.requireNonNull(asked.request().getState()))
                .build();
        try {
            Authentication who = library.authenticate(new OAuth2LoginAuthenticationToken(
                    found.registration(), new OAuth2AuthorizationExchange(asked.request(), response)));
            if (who != null && who.getPrincipal() instanceof OidcUser user) {
                return user;
            }
            throw notTaken("nobody is named");
        } catch (AuthenticationException | OAuth2AuthorizationException problem) {
            if (causedBy(problem, ResourceAccessException.class)) {
                throw unreachable();
            }
            throw notTaken(code(problem));
        }
    }

    private OidcPerson person(OidcUser user) {
        String subject = user.getSubject();
        if (subject == null || subject.isEmpty() || subject.length() > LONGEST_SUBJECT || Texts.unstorable(subject)) {
            throw notTaken("the subject");
        }
        List<String> groups = user.getClaimAsStringList(settings.groupsClaim());
        List<String> methods = user.getIdToken().getAuthenticationMethods();
        String name = user.getFullName() == null ? user.getPreferredUsername() : user.getFullName();
        return new OidcPerson(
                issuer(),
                subject,
                Boolean.FALSE.equals(user.getEmailVerified()) ? null : user.getEmail(),
                name == null ? "" : name,
                groups == null ? Set.of() : Set.copyOf(groups),
                methods != null && methods.stream().anyMatch(STRONG::contains));
    }

    private Discovery.Found found() {
        String configured = desk.configured();
        Discovery.Found found = discovery.find((configured == null ? "{baseUrl}" : configured) + CALLBACK);
        if (found == null) {
            throw unreachable();
        }
        return found;
    }

    private Refused unreachable() {
        return new Refused("oidc.refused.unreachable", settings.name());
    }

    /** What the library or the provider calls it, as far as that is one of the words that the standards know. */
    private static String code(RuntimeException problem) {
        OAuth2Error error = problem instanceof OAuth2AuthenticationException authentication
                ? authentication.getError()
                : problem instanceof OAuth2AuthorizationException authorization ? authorization.getError() : null;
        return error != null && error.getErrorCode().matches("[a-z_]{1,40}") ? error.getErrorCode() : "error";
    }

    /** Nothing else that the provider wrote goes into the log. */
    private static Refused notTaken(String what) {
        LOG.info("A sign-in at the provider was not taken: {}", what);
        return new Refused("oidc.refused.not-taken");
    }

    private static boolean causedBy(@Nullable Throwable problem, Class<? extends Throwable> type) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }
}
