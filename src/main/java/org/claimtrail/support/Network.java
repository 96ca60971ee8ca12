package org.claimtrail.support;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Addresses of the network, shortened for what is kept: they tell networks apart and no household. */
public final class Network {

    private static final int V4_BYTES = 4;
    private static final int V4_KEPT = 3;
    private static final int V6_KEPT = 6;

    private Network() {}

    /**
     * The network that an address is in: of IPv4 the first 24 bits, of IPv6 the first 48.
     *
     * @param address as the server gives it; what is no address gives an empty text
     */
    public static String shortened(@Nullable String address) {
        if (address == null || !address.matches("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%.*)?")) {
            return "";
        }
        try {
            // It is an address in figures, so that no name is looked up.
            byte[] bytes =
                    InetAddress.getByName(address.replaceFirst("%.*", "")).getAddress();
            int kept = bytes.length == V4_BYTES ? V4_KEPT : V6_KEPT;
            Arrays.fill(bytes, kept, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress().replaceFirst("(:0)+$", "::") + "/" + 8 * kept;
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
