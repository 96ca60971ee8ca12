package org.claimtrail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Forms that another site has a browser send: with no token, with somebody else's, or with a cookie alone. On a real
 * server, since MockMvc puts a repository of its own in place of the program's cookie.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "claimtrail.base-url=https://desk.example")
@Import({PostgresForTests.class, Cast.class})
class CsrfTests {

    /** What a browser has of the desk: the cookie of its forms, and the token in a page's form. */
    private record Browser(String cookie, String token) {}

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private Browser mine;
    private Browser theirs;
    private String session = "";

    @BeforeEach
    void anAdminAndTwoBrowsers() throws Exception {
        mine = browser();
        theirs = browser();
        session = "";
        String in = form("email", cast.admin().email(), "password", Cast.PASSWORD, "_csrf", mine.token());
        session = cookie(send("POST /sign-in", mine.cookie(), in), "__Host-SESSION");
    }

    private Browser browser() throws Exception {
        HttpResponse<String> page = send("GET /sign-in", null, "");
        return new Browser(
                cookie(page, "__Host-XSRF-TOKEN"),
                Jsoup.parse(page.body()).select("form input[name=_csrf]").attr("value"));
    }

    /** The routes of the program and those that the security filters answer. */
    private List<String> changing() {
        List<String> changing = new ArrayList<>(List.of("POST /sign-in", "POST /sign-out"));
        for (Routes.Route route : Routes.of(mappings)) {
            if (route.changes()) {
                changing.add(route.method() + " " + route.pattern().replaceAll("\\{\\w+}", "0"));
            }
        }
        return changing;
    }

    @Test
    void everyRouteThatChangesRefusesAFormWithoutItsToken() throws Exception {
        long before = written();
        String reason = form("reason", "because");
        assertThat(changing()).hasSizeGreaterThan(50);
        for (String route : changing()) {
            assertThat(send(route, mine.cookie(), reason).statusCode())
                    .as(route + ", no token")
                    .isEqualTo(403);
            assertThat(send(route, mine.cookie(), form("reason", "because", "_csrf", theirs.token()))
                            .statusCode())
                    .as(route + ", the token of another browser")
                    .isEqualTo(403);
            assertThat(send(route, null, form("reason", "because", "_csrf", mine.token()))
                            .statusCode())
                    .as(route + ", a token without its cookie")
                    .isEqualTo(403);
        }
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void theTokenOfOnesOwnPageIsTaken() throws Exception {
        String token = form("_csrf", mine.token());
        assertThat(send("POST /claims/0/assignment", mine.cookie(), token).statusCode())
                .isEqualTo(404);
        assertThat(send("DELETE /claims/0/assignment?" + token, mine.cookie(), "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void noOtherOriginIsAnswered() throws Exception {
        for (String route : List.of("GET /claims", "GET /verdicts.csv", "GET /kept-texts", "OPTIONS /claims/0/lock")) {
            assertThat(send(route, mine.cookie(), "").headers().map().keySet())
                    .as(route)
                    .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
        }
    }

    /** As the browser of somebody who is signed in sends what a page of another site holds. */
    private HttpResponse<String> send(String route, @Nullable String cookie, String body)
            throws IOException, InterruptedException {
        String[] parts = route.split(" ");
        List<String> cookies = new ArrayList<>();
        if (cookie != null) {
            cookies.add("__Host-XSRF-TOKEN=" + cookie);
        }
        if (!session.isEmpty()) {
            cookies.add("__Host-SESSION=" + session);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + parts[1]))
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(parts[0], BodyPublishers.ofString(body));
        if (!cookies.isEmpty()) {
            request.header("Cookie", String.join("; ", cookies));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith(name + "=") && !set.startsWith(name + "=;"))
                .map(set -> set.substring(name.length() + 1, set.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cookie " + name + " in " + answer.headers()));
    }

    private static String form(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], UTF_8));
        }
        return form.toString();
    }

    private long written() {
        return jdbc.sql("select (select count(*) from revision) + (select count(*) from moderation_entry)")
                .query(Long.class)
                .single();
    }
}
