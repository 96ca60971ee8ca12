package org.claimtrail.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider says of itself, right, wrong and not at all; and what its settings may be. */
class DiscoveryTests {

    private static final String BACK = "https://desk.example/sign-in/provider/callback";

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private String issuer;
    private String answer;
    private @Nullable String redirect;

    @BeforeEach
    void aProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + server.getAddress().getPort();
        answer = document(issuer, issuer);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            boolean away =
                    redirect != null && exchange.getRequestURI().getPath().startsWith("/.well-known");
            if (away) {
                exchange.getResponseHeaders().set("Location", Objects.requireNonNull(redirect));
            }
            exchange.sendResponseHeaders(away ? 302 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void itIsAskedOnceAndAgainHalfADayLater() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        Hand clock = new Hand(start);
        Discovery discovery = new Discovery(settings(issuer), IssuerHttp.documents(), clock);
        assertThat(asked).as("before anybody signs in").hasValue(0);
        assertThat(discovery.find(BACK)).isNotNull();
        discovery.find(BACK);
        assertThat(asked).hasValue(1);
        clock.now = start.plus(Duration.ofHours(13));
        discovery.find(BACK);
        assertThat(asked).hasValue(2);
    }

    @Test
    void oneThatDoesNotAnswerIsLeftAloneForAWhile() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        Hand clock = new Hand(start);
        Discovery discovery = new Discovery(settings(issuer), IssuerHttp.documents(), clock);
        answer = "nothing that is JSON";
        assertThat(discovery.find(BACK)).isNull();
        answer = document(issuer, issuer);
        assertThat(discovery.find(BACK)).as("at once").isNull();
        assertThat(asked).hasValue(1);
        clock.now = start.plusSeconds(11);
        assertThat(discovery.find(BACK)).isNotNull();
    }

    @Test
    void oneThatNamesItselfOtherwiseIsNotUsed() {
        answer = document("https://other.example", issuer);
        assertThat(found()).isNull();
    }

    @Test
    void oneThatIsAskedInTheOpenIsNotUsed() {
        answer = document(issuer, "http://other.example");
        assertThat(found()).isNull();
    }

    @Test
    void aRedirectIsNotFollowed() {
        redirect = issuer + "/elsewhere";
        assertThat(found()).isNull();
        assertThat(asked).hasValue(1);
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        answer = document(issuer, issuer).replaceFirst("\\{", "{\"more\":\"" + "x".repeat(1_100_000) + "\",");
        assertThat(found()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://provider.example",
                "http://localhost.example",
                "ftp://provider.example",
                "provider.example",
                "https://me:secret@provider.example",
                "https://provider.example/#here",
                "https://"
            })
    void anIssuerIsAskedByHttpsAlone(String address) {
        assertThatThrownBy(() -> settings(address))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("claimtrail.oidc.issuer");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> new OidcSettings(
                        "https://p.example", null, "s", "x", Set.of("openid"), "groups", Set.of("a"), Set.of()))
                .hasMessageContaining("client-id");
        assertThatThrownBy(() -> new OidcSettings(
                        "https://p.example", "c", " ", "x", Set.of("openid"), "groups", Set.of("a"), Set.of()))
                .hasMessageContaining("client-secret");
        assertThatThrownBy(() -> new OidcSettings(
                        "https://p.example", "c", "s", "x", Set.of("openid"), "groups", Set.of(), Set.of()))
                .hasMessageContaining("admin-groups");
        assertThat(settings(" ").configured()).as("set to nothing").isFalse();
        assertThat(settings("https://p.example").toString()).doesNotContain("the secret");
    }

    private Discovery.@Nullable Found found() {
        return new Discovery(settings(issuer), IssuerHttp.documents(), Clock.systemUTC()).find(BACK);
    }

    private static OidcSettings settings(String issuer) {
        return new OidcSettings(
                issuer, "desk", "the secret", "it", Set.of("profile"), "groups", Set.of("chiefs"), Set.of());
    }

    private static String document(String issuer, String endpoints) {
        return """
                {"issuer": "%s", "authorization_endpoint": "%s/a", "token_endpoint": "%s/t", "jwks_uri": "%s/k",
                 "userinfo_endpoint": "%s/u", "subject_types_supported": ["public"],
                 "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer, endpoints, endpoints, endpoints, endpoints);
    }

    /** A clock that the test moves. */
    private static final class Hand extends Clock {

        private Instant now;

        Hand(Instant now) {
            this.now = now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
