package org.claimtrail.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;
import org.claimtrail.support.InvalidWebAddress;
import org.claimtrail.support.WebAddress;

/**
 * Fetches a page of the public internet. Never connects to the desk's own network: every address, of the first request
 * and of each redirect, is checked after the name was resolved, and the connection goes to the address checked. Uses no
 * proxy, keeps no connection and no cookie between fetches.
 */
public final class ArticleFetcher implements AutoCloseable {

    /**
     * @param maxBytes of the body, before and after it is unpacked
     * @param total for everything together, name lookup and redirects included
     * @param connect for reaching one address
     */
    record Limits(int maxBytes, Duration total, Duration connect) {

        static final Limits DEFAULT =
                new Limits(ArticleReader.MAX_BYTES, Duration.ofSeconds(20), Duration.ofSeconds(5));
    }

    private static final int MAX_FETCHES_AT_ONCE = 16;
    private static final String USER_AGENT = "Mozilla/5.0 (compatible; Claimtrail)";

    /** Servers write a redirect to a name in another script in bytes of UTF-8, against the letter of the standard. */
    private static final CharCodingConfig HEADERS = CharCodingConfig.custom()
            .setCharset(StandardCharsets.UTF_8)
            .setMalformedInputAction(CodingErrorAction.REPLACE)
            .setUnmappableInputAction(CodingErrorAction.REPLACE)
            .build();

    private final Clock clock;
    private final AddressPolicy policy;
    private final Limits limits;
    private final CloseableHttpClient client;
    private final ExecutorService executor = new ThreadPoolExecutor(
            0, MAX_FETCHES_AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), ArticleFetcher::thread);

    public ArticleFetcher(Clock clock) {
        this(clock, new PublicInternet(), InetAddress::getAllByName, Limits.DEFAULT, SSLContexts.createDefault());
    }

    ArticleFetcher(Clock clock, AddressPolicy policy, HostLookup lookup, Limits limits, SSLContext tls) {
        this.clock = clock;
        this.policy = policy;
        this.limits = limits;
        this.client = client(new CheckedDns(lookup, policy), limits, tls);
    }

    private static CloseableHttpClient client(CheckedDns dns, Limits limits, SSLContext tls) {
        Timeout connect = Timeout.of(limits.connect());
        Timeout silence = Timeout.of(limits.total());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .charCodingConfig(HEADERS)
                        .build())
                .setDnsResolver(dns)
                .setMaxConnTotal(MAX_FETCHES_AT_ONCE)
                .setMaxConnPerRoute(MAX_FETCHES_AT_ONCE)
                .setTlsSocketStrategy(
                        ClientTlsStrategyBuilder.create().setSslContext(tls).buildClassic())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(silence)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(silence).build())
                .setUserAgent(USER_AGENT)
                .setDefaultHeaders(List.of(
                        new BasicHeader(HttpHeaders.ACCEPT, "text/html, application/xhtml+xml, text/plain;q=0.8"),
                        new BasicHeader(HttpHeaders.ACCEPT_ENCODING, "gzip")))
                .disableContentCompression()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .build();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "article-fetch");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Fetches the HTML or plain text at an http or https address, within 20 seconds, up to 10 MiB, through at most five
     * redirects.
     *
     * @throws IntakeRefused saying which of the many things that can go wrong did
     */
    public Fetched fetch(String address) {
        WebAddress start = parse(address);
        Fetch fetch = new Fetch(client, policy, limits.maxBytes(), clock, start);
        Future<Fetched> running = start(fetch);
        try {
            return running.get(limits.total().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IntakeRefused refused ? refused : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw Fetch.timedOut(start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fetch.timedOut(start);
        } finally {
            fetch.cancel();
            running.cancel(true);
        }
    }

    private Future<Fetched> start(Fetch fetch) {
        try {
            return executor.submit(fetch);
        } catch (RejectedExecutionException e) {
            throw new IntakeRefused("intake.refused.busy");
        }
    }

    private static WebAddress parse(String address) {
        try {
            return WebAddress.parse(address);
        } catch (InvalidWebAddress e) {
            throw new IntakeRefused(e.messageKey(), e.arguments(), e);
        }
    }

    /** Ends the fetches under way. */
    @Override
    public void close() throws IOException {
        executor.shutdownNow();
        client.close();
    }
}
