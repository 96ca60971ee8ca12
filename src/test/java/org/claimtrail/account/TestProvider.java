package org.claimtrail.account;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.jsoup.Jsoup;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;

/** A provider of OpenID Connect on a port of its own, with its own people and its own login, that can also be made to lie. */
final class TestProvider implements AutoCloseable {

    static final String CLIENT = "the-desk";
    static final String SECRET = "known to the desk and to the provider";
    private static final String PASSWORD = "known at the provider";

    /** What it says of its people, by the name that they log in with. */
    final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();

    /** What it changes in the tokens that it gives out. */
    volatile Consumer<JwtClaimsSet.Builder> lie = claims -> {};

    /** What it does to a token that is ready. */
    volatile UnaryOperator<String> forgery = token -> token;

    private final Tomcat tomcat = new Tomcat();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final String redirect;

    private TestProvider(String redirect) {
        this.redirect = redirect;
    }

    /**
     * Starts one.
     *
     * @param redirect the only address that it sends people back to
     */
    static TestProvider start(String redirect) {
        TestProvider provider = new TestProvider(redirect);
        try {
            provider.tomcat.setBaseDir(Files.createTempDirectory("provider").toString());
            provider.tomcat.setPort(0);
            provider.tomcat.setHostname("localhost");
            provider.tomcat.getConnector().setProperty("address", "127.0.0.1");
            Context web = provider.tomcat.addContext("", null);
            provider.context.registerBean(TestProvider.class, () -> provider, bean -> bean.setDestroyMethodName(""));
            provider.context.register(Server.class);
            provider.context.refresh();
            FilterDef filter = new FilterDef();
            filter.setFilterName("security");
            filter.setFilter(provider.context.getBean("springSecurityFilterChain", Filter.class));
            web.addFilterDef(filter);
            FilterMap everywhere = new FilterMap();
            everywhere.setFilterName("security");
            everywhere.addURLPattern("/*");
            web.addFilterMap(everywhere);
            Tomcat.addServlet(web, "nothing", new jakarta.servlet.http.HttpServlet() {
                private static final long serialVersionUID = 1L;
            });
            web.addServletMappingDecoded("/", "nothing");
            provider.tomcat.start();
            return provider;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://localhost:" + tomcat.getConnector().getLocalPort();
    }

    /** A key under the number that the provider's has. */
    static RSAKey key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate())
                    .keyID("one")
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds somebody, or says something else of them. */
    void knows(String login, Map<String, Object> claims) {
        people.put(login, claims);
    }

    /** Logs in as a browser that was sent there would; returns where it is sent back to, path and query. */
    String logsIn(String address, String login) throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        browser.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", "text/html")
                        .build(),
                text());
        String form = browser.send(
                        HttpRequest.newBuilder(URI.create(issuer() + "/login")).build(), text())
                .body();
        String token = Jsoup.parse(form).select("input[name=_csrf]").val();
        HttpResponse<String> back = browser.send(
                HttpRequest.newBuilder(URI.create(issuer() + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=" + encoded(login) + "&password="
                                + encoded(PASSWORD) + "&_csrf=" + encoded(token)))
                        .build(),
                text());
        for (int i = 0; i < 5 && back.statusCode() / 100 == 3; i++) {
            URI next = back.uri().resolve(back.headers().firstValue("Location").orElseThrow());
            if (next.toString().startsWith(redirect)) {
                return next.getRawPath() + "?" + next.getRawQuery();
            }
            back = browser.send(
                    HttpRequest.newBuilder(next).header("Accept", "text/html").build(), text());
        }
        throw new IllegalStateException("not sent back: " + back.statusCode() + " " + back.uri() + " " + back.body());
    }

    @Override
    public void close() throws Exception {
        tomcat.stop();
        tomcat.destroy();
        context.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    /** No {@code @Configuration}: the desk, which looks for those, must not find it. */
    @EnableWebSecurity
    static class Server {

        private final RSAKey published = key();

        @Bean
        SecurityFilterChain filters(HttpSecurity http) throws Exception {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        RegisteredClientRepository clients(TestProvider provider) {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("1")
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(provider.redirect)
                    .scope("openid")
                    .scope("profile")
                    .scope("email")
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build());
        }

        @Bean
        UserDetailsService users(TestProvider provider) {
            return login -> {
                if (!provider.people.containsKey(login)) {
                    throw new UsernameNotFoundException(login);
                }
                return User.withUsername(login)
                        .password("{noop}" + PASSWORD)
                        .authorities("USER")
                        .build();
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() {
            return new ImmutableJWKSet<>(new JWKSet(published));
        }

        /** For the access token, when it is asked about somebody. */
        @Bean
        JwtDecoder accessTokens() {
            return NimbusJwtDecoder.withJwkSource(keys()).build();
        }

        @Bean
        OAuth2TokenGenerator<?> tokens(TestProvider provider) {
            JwtEncoder encoder = new NimbusJwtEncoder(keys());
            JwtGenerator jwts = new JwtGenerator(parameters -> {
                Jwt jwt = encoder.encode(parameters);
                return jwt.hasClaim("nonce")
                        ? new Jwt(
                                provider.forgery.apply(jwt.getTokenValue()),
                                jwt.getIssuedAt(),
                                jwt.getExpiresAt(),
                                jwt.getHeaders(),
                                jwt.getClaims())
                        : jwt;
            });
            jwts.setJwtCustomizer(token -> describe(provider, token));
            return new DelegatingOAuth2TokenGenerator(jwts, new OAuth2AccessTokenGenerator());
        }

        private static void describe(TestProvider provider, JwtEncodingContext token) {
            if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                Authentication who = Objects.requireNonNull(token.<Authentication>getPrincipal());
                Map<String, Object> said = Objects.requireNonNull(provider.people.get(who.getName()));
                said.forEach(token.getClaims()::claim);
                provider.lie.accept(token.getClaims());
            }
        }
    }
}
