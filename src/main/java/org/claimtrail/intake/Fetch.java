package org.claimtrail.intake;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.Closer;
import org.claimtrail.support.InvalidWebAddress;
import org.claimtrail.support.WebAddress;
import org.jspecify.annotations.Nullable;

/** One fetch: follows redirects by hand, so that each step is checked like the first, until there is a page. */
final class Fetch implements Callable<Fetched> {

    private static final int MAX_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final CloseableHttpClient client;
    private final AddressPolicy policy;
    private final int maxBytes;
    private final Clock clock;
    private final HttpClientContext context = HttpClientContext.create();
    private WebAddress address;
    private volatile @Nullable HttpGet current;
    private volatile boolean cancelled;

    Fetch(CloseableHttpClient client, AddressPolicy policy, int maxBytes, Clock clock, WebAddress address) {
        this.client = client;
        this.policy = policy;
        this.maxBytes = maxBytes;
        this.clock = clock;
        this.address = address;
        context.setCookieStore(new BasicCookieStore());
    }

    @Override
    public Fetched call() {
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            if (!policy.allowsPort(address.port())) {
                throw new IntakeRefused("intake.refused.port", String.valueOf(address.port()));
            }
            Fetched page = step();
            if (page != null) {
                return page;
            }
        }
        throw new IntakeRefused("intake.refused.too-many-redirects", MAX_REDIRECTS);
    }

    /** Closes the connection, so that a fetch that waits for its server ends. */
    void cancel() {
        cancelled = true;
        HttpGet request = current;
        if (request != null) {
            request.cancel();
        }
    }

    /** Asks the address once; null if that moved it on to another. */
    private @Nullable Fetched step() {
        HttpGet request = new HttpGet(URI.create(address.toString()));
        current = request;
        if (cancelled) {
            throw timedOut(address);
        }
        try {
            ClassicHttpResponse response = client.executeOpen(null, request, context);
            try {
                return answer(response);
            } finally {
                // Cancelled first, because closing alone reads the rest of the body, however long it is.
                request.cancel();
                Closer.closeQuietly(response);
            }
        } catch (IOException e) {
            throw refusal(e, address);
        }
    }

    private @Nullable Fetched answer(ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (REDIRECTS.contains(status)) {
            address = target(response);
            return null;
        }
        checkStatus(status);
        String mediaType = header(response, HttpHeaders.CONTENT_TYPE);
        MediaType declared = MediaType.parse(mediaType);
        if (mediaType != null && !declared.isHtml() && !declared.isPlainText()) {
            throw new IntakeRefused("intake.refused.media-type", declared.type());
        }
        byte[] bytes = ResponseBody.read(response.getEntity(), maxBytes);
        return new Fetched(bytes, mediaType, address.toString(), clock.instant());
    }

    private WebAddress target(ClassicHttpResponse response) {
        String location = header(response, HttpHeaders.LOCATION);
        if (location == null) {
            throw new IntakeRefused("intake.refused.broken", address.host());
        }
        try {
            return address.resolve(location);
        } catch (InvalidWebAddress e) {
            throw new IntakeRefused("intake.refused.bad-redirect", address.host());
        }
    }

    private void checkStatus(int status) {
        switch (status) {
            case 200, 203 -> {}
            case 404, 410 -> throw new IntakeRefused("intake.refused.not-found", address.host());
            case 401, 402, 403, 407, 451 -> throw new IntakeRefused("intake.refused.denied", address.host());
            default -> throw new IntakeRefused("intake.refused.status", address.host(), String.valueOf(status));
        }
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    static IntakeRefused timedOut(WebAddress address) {
        return new IntakeRefused("intake.refused.timeout", address.host());
    }

    private static IntakeRefused refusal(IOException e, WebAddress address) {
        String reason = "broken";
        if (e instanceof UnknownHostException) {
            reason = "unknown-host";
        } else if (e instanceof SocketTimeoutException) {
            reason = "timeout";
        } else if (e instanceof SocketException) {
            reason = "unreachable";
        } else if (e instanceof SSLException) {
            reason = "tls";
        }
        return new IntakeRefused("intake.refused." + reason, List.of(address.host()), e);
    }
}
