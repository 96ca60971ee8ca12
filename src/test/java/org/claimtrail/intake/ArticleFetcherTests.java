package org.claimtrail.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimtrail.intake.Refusals.assertRefusal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("any-database")
class ArticleFetcherTests {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** The names of this test's own little internet; everything else is unknown. */
    private final Map<String, String[]> names =
            new ConcurrentHashMap<>(Map.of("press.example", new String[] {"127.0.0.1"}));

    private TestServer server;
    private ArticleFetcher fetcher;

    @BeforeEach
    void start() throws IOException, NoSuchAlgorithmException {
        server = new TestServer(null);
        fetcher = fetcher(ArticleFetchers.TEST_SERVERS_TOO, SSLContext.getDefault());
    }

    @AfterEach
    void stop() throws IOException {
        fetcher.close();
        server.close();
    }

    private ArticleFetcher fetcher(AddressPolicy policy, SSLContext tls) {
        return new ArticleFetcher(CLOCK, policy, this::lookup, ArticleFetchers.SHORT, tls);
    }

    private InetAddress[] lookup(String host) throws UnknownHostException {
        String literal = host.replaceAll("[\\[\\]]", "");
        boolean isLiteral = literal.matches("[0-9.]+|[0-9a-f:]*:[0-9a-f:.]*");
        String[] found = isLiteral ? new String[] {literal} : names.get(host);
        if (found == null) {
            throw new UnknownHostException(host);
        }
        InetAddress[] addresses = new InetAddress[found.length];
        for (int i = 0; i < found.length; i++) {
            addresses[i] = InetAddress.getByName(found[i]);
        }
        return addresses;
    }

    private String at(String path) {
        return "http://press.example:" + server.port() + path;
    }

    @Test
    void fetchesAPageUnderItsName() {
        server.onGet("/story", "text/html; charset=utf-8", "<p>Caf\u00e9.</p>");
        Fetched page = fetcher.fetch(at("/story?id=7#part"));
        assertThat(new String(page.bytes(), UTF_8)).isEqualTo("<p>Caf\u00e9.</p>");
        assertThat(page.mediaType()).isEqualTo("text/html; charset=utf-8");
        assertThat(page.finalAddress()).isEqualTo(at("/story?id=7"));
        assertThat(page.at()).isEqualTo(NOW);
        assertThat(server.asked()).containsExactly("press.example /story?id=7");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsARedirectAndRemembersItsCookie(int status) {
        names.put("other.example", new String[] {"127.0.0.1"});
        server.redirect("/old", status, "//other.example:" + server.port() + "/new");
        server.onGet("/new", "text/plain", "Text.");
        assertThat(fetcher.fetch(at("/old")).finalAddress())
                .isEqualTo("http://other.example:" + server.port() + "/new");
        assertThat(server.asked()).containsExactly("press.example /old", "other.example /new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/\u043d\u043e\u0432\u0438\u043d\u0438", "/%d0%bd%d0%be%d0%b2%d0%b8%d0%bd%d0%b8"})
    void followsARedirectToANameInAnotherScript(String location) {
        // The server writes one byte a character.
        server.redirect("/old", 302, new String(location.getBytes(UTF_8), ISO_8859_1));
        server.onGet("/", "text/plain", "Text.");
        assertThat(fetcher.fetch(at("/old")).finalAddress()).isEqualTo(at("/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8"));
    }

    @Test
    void followsFiveRedirectsAndNotSix() {
        for (int i = 0; i < 6; i++) {
            server.redirect("/step" + i, 302, "step" + (i + 1));
        }
        server.onGet("/step6", "text/plain", "Text.");
        assertThat(fetcher.fetch(at("/step1")).finalAddress()).isEqualTo(at("/step6"));
        assertRefusal(() -> fetcher.fetch(at("/step0"))).startsWith("This address leads on more than 5 times");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/",
                "http://[::1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://2130706433/",
                "http://0177.0.0.1/",
                "http://0x7f000001/",
                "http://127.1/",
                "http://0/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:a9fe:a9fe]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[fd00:ec2::254]/",
                "https://10.0.0.1/",
                "http://\uff11\uff12\uff17\u30021/",
                "http://rebound.example/",
                "http://half.example/"
            })
    void refusesEveryAddressThatLeadsInside(String address) throws NoSuchAlgorithmException, IOException {
        names.put("rebound.example", new String[] {"192.168.0.10"});
        names.put("half.example", new String[] {"8.8.8.8", "10.1.2.3"});
        try (ArticleFetcher strict = fetcher(new PublicInternet(), SSLContext.getDefault())) {
            assertRefusal(() -> strict.fetch(address)).matches("The host .* is not .*");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest/meta-data/, is not on the public internet",
        "http://[::1]:80/,                         is not on the public internet",
        "//2852039166/,                            is not on the public internet",
        "http://inside.example/,                   is not on the public internet",
        "file:///etc/passwd,                       leads on to an address that cannot be fetched",
        "http://user:pw@press.example/,            leads on to an address that cannot be fetched",
        "http://gone.example/,                     No host named gone.example",
    })
    void refusesARedirectToWhatItWouldNotFetchItself(String location, String sentence) {
        names.put("inside.example", new String[] {"10.9.8.7"});
        server.redirect("/out", 302, location);
        assertRefusal(() -> fetcher.fetch(at("/out"))).contains(sentence);
    }

    @Test
    void looksANameUpOnceForTheCheckAndTheConnection() throws NoSuchAlgorithmException, IOException {
        AtomicInteger lookups = new AtomicInteger();
        HostLookup rebinding =
                host -> InetAddress.getAllByName(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254");
        server.onGet("/story", "text/plain", "Text.");
        try (ArticleFetcher one = new ArticleFetcher(
                CLOCK, ArticleFetchers.TEST_SERVERS_TOO, rebinding, ArticleFetchers.SHORT, SSLContext.getDefault())) {
            assertThat(one.fetch(at("/story")).bytes()).asString(UTF_8).isEqualTo("Text.");
            assertThat(lookups).hasValue(1);
            assertRefusal(() -> one.fetch(at("/story"))).contains("is not on the public internet");
        }
    }

    @Test
    void looksANameUpAgainForARedirectAndRefusesWhereItLeadsInsideNow() throws NoSuchAlgorithmException, IOException {
        AtomicInteger lookups = new AtomicInteger();
        HostLookup rebinding =
                host -> InetAddress.getAllByName(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.7");
        server.redirect("/old", 302, "/new");
        server.onGet("/new", "text/plain", "Text.");
        try (ArticleFetcher one = new ArticleFetcher(
                CLOCK, ArticleFetchers.TEST_SERVERS_TOO, rebinding, ArticleFetchers.SHORT, SSLContext.getDefault())) {
            assertRefusal(() -> one.fetch(at("/old"))).contains("is not on the public internet");
        }
        assertThat(server.asked()).containsExactly("press.example /old");
    }

    @Test
    void refusesPortsThatNoPageIsServedFrom() throws NoSuchAlgorithmException, IOException {
        try (ArticleFetcher strict = fetcher(new PublicInternet(), SSLContext.getDefault())) {
            assertRefusal(() -> strict.fetch("http://press.example:5432/")).startsWith("Port 5432 is not one");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404, has no page at this address",
        "410, has no page at this address",
        "401, without a login",
        "403, without a login",
        "429, answered with status 429",
        "500, answered with status 500",
        "204, answered with status 204",
    })
    void saysWhatTheServerAnsweredInsteadOfAPage(int status, String sentence) {
        server.on("/story", exchange -> TestServer.answer(exchange, status, "text/html", new byte[0]));
        assertRefusal(() -> fetcher.fetch(at("/story")))
                .contains("press.example")
                .contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "image/png", "application/json", "text/css", "video/mp4; a=b"})
    void refusesWhatIsNotAPage(String mediaType) {
        server.onGet("/file", mediaType, "bytes");
        assertRefusal(() -> fetcher.fetch(at("/file")))
                .startsWith("This is of type " + mediaType.split(";")[0]);
    }

    @Test
    void leavesTheTypeOpenWhereTheServerDoes() {
        server.on("/story", exchange -> TestServer.answer(exchange, 200, null, "Text.".getBytes(UTF_8)));
        assertThat(fetcher.fetch(at("/story")).mediaType()).isNull();
    }

    @Test
    void refusesAPageAboveTheLimitWhetherTheServerSaysItsLengthOrNot() {
        byte[] limit = new byte[1024 * 1024];
        server.on("/exact", exchange -> TestServer.answer(exchange, 200, "text/html", limit));
        server.on("/above", exchange -> TestServer.answer(exchange, 200, "text/html", new byte[limit.length + 1]));
        server.on("/endless", exchange -> TestServer.endless(exchange, 200, limit, 0));
        assertThat(fetcher.fetch(at("/exact")).bytes()).hasSameSizeAs(limit);
        assertRefusal(() -> fetcher.fetch(at("/above"))).startsWith("This is more than 1 MiB");
        assertRefusal(() -> fetcher.fetch(at("/endless"))).startsWith("This is more than 1 MiB");
    }

    @Test
    void unpacksAPageAndRefusesOneThatUnpacksToMoreThanTheLimit() {
        server.on("/packed", exchange -> packed(exchange, "gzip", "Text.".getBytes(UTF_8)));
        server.on("/bomb", exchange -> packed(exchange, "gzip", new byte[50 * 1024 * 1024]));
        server.on("/unknown", exchange -> packed(exchange, "br", new byte[1]));
        server.on("/twice", exchange -> packed(exchange, "gzip, gzip", new byte[1]));
        assertThat(fetcher.fetch(at("/packed")).bytes()).asString(UTF_8).isEqualTo("Text.");
        assertRefusal(() -> fetcher.fetch(at("/bomb"))).startsWith("This is more than 1 MiB");
        assertRefusal(() -> fetcher.fetch(at("/unknown"))).startsWith("The page is packed in a way (br)");
        assertRefusal(() -> fetcher.fetch(at("/twice"))).startsWith("The page is packed in a way (gzip, gzip)");
    }

    private static void packed(com.sun.net.httpserver.HttpExchange exchange, String encoding, byte[] body)
            throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        exchange.getResponseHeaders().set("Content-Encoding", encoding);
        TestServer.answer(exchange, 200, "text/html", packed.toByteArray());
    }

    @Test
    void givesUpOnAServerThatDripsItsPage() {
        server.on("/drip", exchange -> TestServer.endless(exchange, 200, new byte[] {'x'}, 100));
        assertGivenUp(at("/drip"), "took too long to answer");
    }

    @Test
    void givesUpOnAServerThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            assertGivenUp("http://press.example:" + silent.getLocalPort() + "/", "took too long to answer");
            assertGivenUp("https://press.example:" + silent.getLocalPort() + "/", "took too long to answer");
        }
    }

    @Test
    void givesUpOnALookupThatTakesTooLong() throws NoSuchAlgorithmException, IOException {
        HostLookup slow = host -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        };
        try (ArticleFetcher one = new ArticleFetcher(
                CLOCK, ArticleFetchers.TEST_SERVERS_TOO, slow, ArticleFetchers.SHORT, SSLContext.getDefault())) {
            assertRefusal(() -> one.fetch("http://press.example/")).contains("took too long to answer");
        }
    }

    @Test
    void doesNotReadTheEndlessBodyOfARedirect() {
        server.on("/old", exchange -> {
            exchange.getResponseHeaders().set("Location", "/new");
            TestServer.endless(exchange, 302, new byte[1000], 10);
        });
        server.onGet("/new", "text/plain", "Text.");
        assertThat(fetcher.fetch(at("/old")).bytes()).asString(UTF_8).isEqualTo("Text.");
    }

    private void assertGivenUp(String address, String sentence) {
        long start = System.nanoTime();
        assertRefusal(() -> fetcher.fetch(address)).contains(sentence);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2_900));
    }

    @Test
    void saysThatAHostIsUnknownOrUnreachable() throws IOException {
        assertRefusal(() -> fetcher.fetch("https://nowhere.example/")).startsWith("No host named nowhere.example");
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertRefusal(() -> fetcher.fetch("http://press.example:" + closed + "/"))
                .startsWith("No connection to press.example could be made");
    }

    @Test
    void saysThatAnAnswerWasCutOff() {
        server.on("/cut", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
        });
        assertRefusal(() -> fetcher.fetch(at("/cut"))).startsWith("The answer of press.example was cut off");
    }

    @Test
    void checksTheCertificateAgainstTheNameThoughItConnectsToTheAddress(@TempDir Path folder) throws Exception {
        SSLContext pressOnly = TestCertificates.contextFor("press.example", folder);
        names.put("other.example", new String[] {"127.0.0.1"});
        try (TestServer secure = new TestServer(pressOnly);
                ArticleFetcher trusting = fetcher(ArticleFetchers.TEST_SERVERS_TOO, pressOnly)) {
            secure.onGet("/story", "text/plain", "Text.");
            String address = ":" + secure.port() + "/story";
            assertThat(trusting.fetch("https://press.example" + address).bytes())
                    .asString(UTF_8)
                    .isEqualTo("Text.");
            for (String wrongName : new String[] {"https://other.example", "https://127.0.0.1"}) {
                assertRefusal(() -> trusting.fetch(wrongName + address)).startsWith("No secure connection to");
            }
            assertRefusal(() -> fetcher.fetch("https://press.example" + address))
                    .startsWith("No secure connection to");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://press.example/,            An address has to start with http:// or https://.",
        "http://user:pw@press.example/,   This address holds a user name or password.",
        "'',                              There is no address here.",
        "http://,                         This address names no host.",
    })
    void saysWhatIsWrongWithAnAddress(String address, String sentence) {
        assertRefusal(() -> fetcher.fetch(address)).startsWith(sentence);
    }
}
