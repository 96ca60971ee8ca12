package org.claimtrail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What goes over the wire, byte by byte, to and from a desk whose configured address is an HTTPS one. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "claimtrail.base-url=https://desk.example")
@Import({PostgresForTests.class, Cast.class})
class WireTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    /** Everything the server says to these bytes until it closes the connection. */
    private String ask(String bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private String get(String path, String... headers) throws IOException {
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
        if (List.of(headers).stream().noneMatch(header -> header.startsWith("Host:"))) {
            request.append("Host: desk.example\r\n");
        }
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return ask(request + "Accept: text/html\r\nConnection: close\r\n\r\n");
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectIt() throws IOException {
        long claim = cast.publishedClaim(cast.reviewer("Reviewer A").actor());
        for (String path : List.of(
                "/",
                "/sign-in",
                "/verdicts",
                "/verdicts/" + claim,
                "/verdicts/" + claim + "/claimreview.jsonld",
                "/verdicts.csv",
                "/verdicts.atom",
                "/claims",
                "/css/base.css",
                "/js/claimtrail.js",
                "/favicon.svg",
                "/actuator/health",
                "/actuator/env",
                "/nothing-here",
                "/verdicts/0",
                "/verdicts?reviewer=abc",
                "/verdicts/%2e%2e/")) {
            String answer = get(path);
            assertThat(answer)
                    .as(path)
                    .contains("X-Content-Type-Options: nosniff\r\n")
                    .containsPattern(
                            "Content-Security-Policy: default-src 'none'; object-src 'none'; script-src 'self'; [^\r]*"
                                    + "frame-ancestors 'none'; base-uri 'none'\r\n")
                    .contains("Referrer-Policy: same-origin\r\n")
                    .contains("Cross-Origin-Opener-Policy: same-origin\r\n")
                    .doesNotContain("\r\nServer:", "X-Powered-By", "Access-Control-Allow-Origin");
            if (!path.contains("%")) {
                assertThat(answer)
                        .as(path)
                        .contains("Strict-Transport-Security: max-age=31536000 ; includeSubDomains\r\n");
            }
            if (!path.startsWith("/css") && !path.startsWith("/js") && !path.startsWith("/fav")) {
                assertThat(answer).as(path).contains("no-store");
            }
            if (!answer.contains("Content-Length: 0") && !answer.contains(" 302 ")) {
                assertThat(answer).as(path).containsPattern("\r\nContent-Type: [a-z]+/");
            }
        }
        for (String page : List.of("/", "/verdicts", "/verdicts/0", "/verdicts/%2e%2e/")) {
            assertThat(get(page)).as(page).contains("Content-Type: text/html;charset=UTF-8\r\n");
        }
        assertThat(get("/verdicts.csv")).containsPattern("Content-Type: text/csv;[^\r]*charset=UTF-8");
        assertThat(get("/verdicts.atom")).containsPattern("Content-Type: application/atom\\+xml[^\r]*(?i)UTF-8");
    }

    @Test
    void cookiesAreForThisHostAndForHttpsAlone() throws IOException {
        String form = get("/sign-in");
        assertThat(form)
                .containsPattern("Set-Cookie: __Host-XSRF-TOKEN=[^;]+; Path=/; Secure; HttpOnly; SameSite=Lax\r\n");
        // A page that needs an account is remembered in a session.
        assertThat(get("/claims"))
                .containsPattern("Set-Cookie: __Host-SESSION=[^;]+; Path=/; Secure; HttpOnly; SameSite=Lax\r\n")
                .doesNotContain("Domain=", "jsessionid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/css/../../application.yaml",
                "/css/..%2f..%2fapplication.yaml",
                "/css/%2e%2e/%2e%2e/application.yaml",
                "/css/%252e%252e/application.yaml",
                "/css/..;/..;/application.yaml",
                "/css/....//application.yaml",
                "/css/..\\..\\application.yaml",
                "/css/..%5c..%5capplication.yaml",
                "/css/%c0%ae%c0%ae/application.yaml",
                "/css//etc/passwd",
                "/css/file:/etc/passwd",
                "/css/base.css%00.html",
                "/webjars/../application.yaml",
                "/webjars/%2e%2e%2f%2e%2e%2fapplication.yaml",
                "/js/",
                "/css",
                "/application.yaml",
                "/messages.properties",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/org/claimtrail/ClaimtrailApplication.class",
                "/.git/config",
                "/templates/layout.html",
                "/verdicts;x=y/../claims",
                "//evil.example/%2e%2e"
            })
    void noPathLeadsOutOfWhatIsServed(String path) throws IOException {
        String answer = get(path);
        assertThat(answer).containsPattern("^HTTP/1.1 (302|400|404) ");
        assertThat(answer).doesNotContain("spring:", "root:", "claimtrail.data", "Manifest-Version", "layout.title");
        assertThat(answer).doesNotContainPattern("Location: (https?:)?//");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "DEBUG", "get", "FOO"})
    void noOtherMethodIsAnswered(String method) throws IOException {
        String answer =
                ask(method + " /verdicts HTTP/1.1\r\nHost: desk.example\r\nX-Said: hit\r\nConnection: close\r\n\r\n");
        assertThat(answer).containsPattern("^HTTP/1.1 (400|405|501) ").doesNotContain("X-Said");
    }

    @Test
    void aSecondRequestHiddenInAFirstIsNotAnswered() throws IOException {
        String hidden = "GET /verdicts HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n";
        String both =
                "POST /sign-in HTTP/1.1\r\nHost: desk.example\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: " + (5 + hidden.length()) + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                        + hidden;
        assertThat(answers(ask(both))).isEqualTo(1);
        String twoLengths = "POST /sign-in HTTP/1.1\r\nHost: desk.example\r\nContent-Length: 0\r\nContent-Length: "
                + hidden.length() + "\r\n\r\n" + hidden;
        assertThat(ask(twoLengths)).startsWith("HTTP/1.1 400 ");
        assertThat(answers(ask(twoLengths))).isEqualTo(1);
        String odd =
                "POST /sign-in HTTP/1.1\r\nHost: desk.example\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + hidden;
        assertThat(answers(ask(odd))).isEqualTo(1);
        assertThat(answers(ask(odd.replace(": xchunked", " : chunked")))).isEqualTo(1);
    }

    private static int answers(String said) {
        return said.split("HTTP/1\\.1 \\d", -1).length - 1;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/verdicts?after=x%0d%0aX-Hit:%201",
                "/verdicts.csv?q=%0d%0aX-Hit:%201",
                "/sign-in?kept=%0d%0aX-Hit:%201",
                "/%0d%0aX-Hit:%201",
                "/claims/%0d%0aX-Hit:%201/edit"
            })
    void aLineEndInAnAddressBeginsNoHeader(String path) throws IOException {
        assertThat(get(path)).doesNotContain("\r\nX-Hit");
    }

    @Test
    void aHeaderOfMoreThanAFewKilobytesIsRefused() throws IOException {
        assertThat(get("/verdicts", "X-Long: " + "x".repeat(100_000))).startsWith("HTTP/1.1 400 ");
        assertThat(get("/verdicts", "X-Lf: a\nX-Hit: b")).doesNotContain("\r\nX-Hit");
        assertThat(get("/verdicts", "X-Nul: a\0b")).startsWith("HTTP/1.1 400 ");
        assertThat(ask("GET /verdicts HTTP/1.1\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @CsvSource({
        "Host: evil.example",
        "Host: evil.example:8443",
        "X-Forwarded-Host: evil.example",
        "X-Forwarded-Server: evil.example",
        "X-Host: evil.example",
        "'Forwarded: host=evil.example;proto=http'",
        "X-Original-URL: /actuator/env",
        "X-Rewrite-URL: /actuator/env"
    })
    void noHeaderMovesTheDeskElsewhere(String header) throws IOException {
        long claim = cast.publishedClaim(cast.reviewer("Reviewer A").actor());
        for (String path : List.of(
                "/verdicts.atom",
                "/corrections.atom",
                "/verdicts.csv",
                "/verdicts/" + claim,
                "/verdicts/" + claim + "/claimreview.jsonld",
                "/sign-in")) {
            String answer = get(path, header);
            assertThat(answer).as(path).startsWith("HTTP/1.1 200 ").doesNotContain("evil.example");
        }
        assertThat(get("/claims", header)).contains("\r\nLocation: /sign-in\r\n");
        assertThat(get("/verdicts/" + claim, header)).contains("https://desk.example/verdicts/" + claim);
        assertThat(get("/verdicts.atom", header)).contains("https://desk.example/verdicts/" + claim);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/v3/api-docs",
                "/h2-console"
            })
    void nothingOfTheInsideIsServed(String path) throws IOException {
        assertThat(get(path)).containsPattern("^HTTP/1.1 (302|401|403|404) ");
    }

    @Test
    void anErrorSaysNothingOfTheInside() throws IOException {
        for (String path :
                List.of("/verdicts/abc", "/verdicts?reviewer=abc", "/verdicts/%ff", "/error", "/verdicts?after=%00")) {
            assertThat(get(path))
                    .as(path)
                    .doesNotContain("Exception", "java.", "org.spring", "org.claimtrail", "Tomcat", "SQL");
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aMistakeOfTheProgramIsLoggedUnderTheReferenceThatThePageShows(CapturedOutput log) throws Exception {
        String answer;
        try (Connection owner = PostgresForTests.database().connect();
                Statement statement = owner.createStatement()) {
            statement.execute("alter table correction rename to correction_elsewhere");
            try {
                answer = get("/corrections");
            } finally {
                statement.execute("alter table correction_elsewhere rename to correction");
            }
        }
        Matcher shown = Pattern.compile("<code>([\\w-]+)</code>").matcher(answer);
        assertThat(answer).startsWith("HTTP/1.1 500 ").doesNotContain("does not exist", "Exception");
        assertThat(shown.find()).as(answer).isTrue();
        assertThat(log.getAll().lines()).anyMatch(line -> line.contains(" ERROR ") && line.contains(shown.group(1)));
        assertThat(log).contains("relation \"correction\" does not exist");
    }
}
