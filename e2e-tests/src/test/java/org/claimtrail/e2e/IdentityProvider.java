package org.claimtrail.e2e;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** A provider of OpenID Connect on a port of its own, with a page to log in on. */
final class IdentityProvider implements AutoCloseable {

    static final String CLIENT = "the-desk";
    static final String SECRET = "known to the desk and to the provider";
    static final String PASSWORD = "known at the provider";

    private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
    private final Tomcat tomcat = new Tomcat();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private volatile String desk = "http://localhost";

    private IdentityProvider() {}

    static IdentityProvider start() throws Exception {
        IdentityProvider provider = new IdentityProvider();
        provider.context.registerBean(IdentityProvider.class, () -> provider, bean -> bean.setDestroyMethodName(""));
        provider.context.register(Server.class);
        provider.context.refresh();
        provider.tomcat.setBaseDir(Files.createTempDirectory("provider").toString());
        provider.tomcat.setPort(0);
        provider.tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context web = provider.tomcat.addContext("", null);
        FilterDef filter = new FilterDef();
        filter.setFilterName("security");
        filter.setFilter(provider.context.getBean("springSecurityFilterChain", Filter.class));
        web.addFilterDef(filter);
        FilterMap everywhere = new FilterMap();
        everywhere.setFilterName("security");
        everywhere.addURLPattern("/*");
        web.addFilterMap(everywhere);
        Tomcat.addServlet(web, "nothing", new HttpServlet() {
            private static final long serialVersionUID = 1L;
        });
        web.addServletMappingDecoded("/", "nothing");
        provider.tomcat.start();
        return provider;
    }

    /** Another origin than the desk's, whose cookies it would share on the same host. */
    String issuer() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
    }

    /** Says which desk people are sent back to. */
    void serves(Desk which) {
        desk = which.address();
    }

    void knows(String login, String name, Object groups) {
        people.put(
                login,
                Map.of("name", name, "email", login + "@newsroom.example", "email_verified", true, "groups", groups));
    }

    @Override
    public void close() throws Exception {
        tomcat.stop();
        tomcat.destroy();
        context.close();
    }

    @EnableWebSecurity
    static class Server {

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
        RegisteredClientRepository clients(IdentityProvider provider) {
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient client) {
                    // It would keep the secret in another encoding.
                }

                @Override
                public RegisteredClient findById(String id) {
                    return client(provider);
                }

                @Override
                public RegisteredClient findByClientId(String name) {
                    return name.equals(CLIENT) ? client(provider) : null;
                }
            };
        }

        private static RegisteredClient client(IdentityProvider provider) {
            return RegisteredClient.withId("1")
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(provider.desk + "/sign-in/provider/callback")
                    .scope("openid")
                    .scope("profile")
                    .scope("email")
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build();
        }

        @Bean
        UserDetailsService users(IdentityProvider provider) {
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
        JWKSource<SecurityContext> keys() throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID("one")
                    .build()));
        }

        /** For the access token, when it is asked about somebody. */
        @Bean
        JwtDecoder accessTokens(JWKSource<SecurityContext> keys) {
            return NimbusJwtDecoder.withJwkSource(keys).build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(IdentityProvider provider) {
            return token -> {
                if (token.getTokenType().getValue().equals("id_token")) {
                    provider.people.get(token.getPrincipal().getName()).forEach(token.getClaims()::claim);
                }
            };
        }
    }
}
