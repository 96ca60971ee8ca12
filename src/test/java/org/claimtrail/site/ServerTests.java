package org.claimtrail.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.claimtrail.Cast;
import org.claimtrail.PostgresForTests;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.GracefulShutdownResult;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** The real server under those who ask for too much, send too slowly, or come when the desk is busy or stops. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.hikari.maximum-pool-size=3",
            "spring.datasource.hikari.connection-timeout=500",
            "claimtrail.slow-clients.head=2s",
            "claimtrail.slow-clients.grace=2s"
        })
@Import({PostgresForTests.class, Cast.class})
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(60)
class ServerTests {

    private static final int ENDED = -1;

    @Autowired
    ServletWebServerApplicationContext context;

    @Autowired
    DataSource source;

    private WebServer server() {
        return Objects.requireNonNull(context.getWebServer());
    }

    private int port() {
        return server().getPort();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    @Order(1)
    void aDeskWithoutAFreeConnectionSays503AndWhenToTryAgain() throws Exception {
        Connection[] all = {source.getConnection(), source.getConnection(), source.getConnection()};
        try {
            long start = System.nanoTime();
            HttpResponse<String> busy = get("/verdicts");

            assertThat(busy.statusCode()).isEqualTo(503);
            assertThat(busy.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(busy.body()).contains("The desk cannot reach its database");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(get("/css/base.css").statusCode()).isEqualTo(200);
        } finally {
            for (Connection each : all) {
                each.close();
            }
        }
        assertThat(get("/verdicts").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void whoSendsTheHeadByteByByteIsCutOff() throws Exception {
        assertCutOff("", "GET /verdicts HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + "a".repeat(100));
    }

    @Test
    @Order(3)
    void whoSendsAFormByteByByteIsCutOff() throws Exception {
        assertCutOff(post("/sign-in", 100_000), "email=" + "a".repeat(100));
    }

    @Test
    @Order(4)
    void whoSendsByteByByteWhatNobodyReadsIsCutOff() throws Exception {
        // An address for which no body is read.
        assertCutOff(post("/css/base.css", 100_000), "a".repeat(100));
    }

    private static String post(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + length + "\r\n\r\n";
    }

    /** Sends the first part at once, then a byte of the second each half second, and waits for the end. */
    private void assertCutOff(String first, String rest) throws Exception {
        try (Socket socket = new Socket("localhost", port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(first.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            CompletableFuture<Long> ended = CompletableFuture.supplyAsync(() -> end(socket));
            long start = System.nanoTime();
            try {
                for (byte each : rest.getBytes(StandardCharsets.US_ASCII)) {
                    if (ended.isDone()) {
                        break;
                    }
                    out.write(each);
                    out.flush();
                    Thread.sleep(500);
                }
            } catch (SocketException closed) {
                assertThat(closed).hasMessageMatching("(?i).*(broken pipe|reset|closed|abort).*");
            }
            assertThat(ended.get(5, TimeUnit.SECONDS) - start)
                    .as("it ended within so many nanoseconds")
                    .isLessThan(TimeUnit.SECONDS.toNanos(10));
        }
        assertThat(get("/css/base.css").statusCode()).isEqualTo(200);
    }

    private static long end(Socket socket) {
        try {
            while (socket.getInputStream().read() != ENDED) {
                // whatever it says before it closes
            }
        } catch (IOException reset) {
            // this too is an end
        }
        return System.nanoTime();
    }

    @Test
    @Order(5)
    void headsFormsAndFieldsHaveLimits() throws Exception {
        assertThat(get("/verdicts?x=" + "a".repeat(20_000)).statusCode()).isBetween(400, 431);
        HttpClient client = HttpClient.newHttpClient();
        for (String form : new String[] {"a=" + "b".repeat(17 << 20), "a=b&".repeat(2_001)}) {
            HttpRequest large = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/sign-in"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build();
            assertThat(client.send(large, BodyHandlers.discarding()).statusCode())
                    .isBetween(400, 413);
        }
        assertThat(get("/verdicts").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void aRequestThatHasBegunIsFinishedWhenTheDeskStops() throws Exception {
        try (Socket socket = new Socket("localhost", port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            String form = "email=nobody%40desk.example";
            out.write(post("/sign-in", form.length()).getBytes(StandardCharsets.US_ASCII));
            out.write(form.substring(0, 5).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(500);
            CompletableFuture<GracefulShutdownResult> stopped = new CompletableFuture<>();
            server().shutDownGracefully(stopped::complete);
            Thread.sleep(500);
            assertThat(stopped).isNotDone();

            out.write(form.substring(5).getBytes(StandardCharsets.US_ASCII));
            out.flush();

            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            assertThat(answer).as("an answer of the program").startsWith("HTTP/1.1 403");
            assertThat(stopped.get(10, TimeUnit.SECONDS)).isEqualTo(GracefulShutdownResult.IDLE);
        }
    }
}
