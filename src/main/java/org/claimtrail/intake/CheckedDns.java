package org.claimtrail.intake;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The client's only way from a name to addresses. It connects to exactly the addresses that one lookup gave and the
 * policy allowed, so a name cannot answer differently for the check and for the connection.
 */
final class CheckedDns implements DnsResolver {

    private final HostLookup lookup;
    private final AddressPolicy policy;

    CheckedDns(HostLookup lookup, AddressPolicy policy) {
        this.lookup = lookup;
        this.policy = policy;
    }

    /** @throws IntakeRefused if one of the host's addresses is not allowed, even if others are */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = lookup.addressesOf(host);
        for (InetAddress address : addresses) {
            if (!policy.allows(address)) {
                throw new IntakeRefused("intake.refused.inside", host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
