package org.claimtrail.intake;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import org.apache.hc.core5.ssl.SSLContexts;

/** Fetchers for tests of this and other modules, which have no public internet to fetch from. */
public final class ArticleFetchers {

    /** Allows 127.0.0.1, where test servers are, on any port, besides what is allowed anyway. */
    static final AddressPolicy TEST_SERVERS_TOO = new AddressPolicy() {

        private final AddressPolicy rest = new PublicInternet();

        @Override
        public boolean allowsPort(int port) {
            return true;
        }

        @Override
        public boolean allows(InetAddress address) {
            return address.getHostAddress().equals("127.0.0.1") || rest.allows(address);
        }
    };

    static final ArticleFetcher.Limits SHORT =
            new ArticleFetcher.Limits(1024 * 1024, Duration.ofSeconds(2), Duration.ofSeconds(1));

    private ArticleFetchers() {}

    /** A fetcher as in production, except that it may fetch from a server of the test on 127.0.0.1. */
    public static ArticleFetcher reachingTestServers(Clock clock) {
        return new ArticleFetcher(
                clock,
                TEST_SERVERS_TOO,
                InetAddress::getAllByName,
                ArticleFetcher.Limits.DEFAULT,
                SSLContexts.createDefault());
    }
}
