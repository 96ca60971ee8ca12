package org.claimtrail.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.claimtrail.account.DeskUser;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whom a request is counted for: the account that sent it, else the address. */
public final class Requester {

    private static final int NETWORK_BYTES = 8;

    private Requester() {}

    /** The account that sent the request, or where there is none its address. */
    public static String of(HttpServletRequest request) {
        DeskUser user = user();
        return user == null ? address(request) : "account " + user.actor().accountId();
    }

    /** Who has signed in; null for a visitor, and before it is known. */
    public static @Nullable DeskUser user() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof DeskUser user ? user : null;
    }

    /**
     * The address that the request came from: what the proxy says where {@code server.forward-headers-strategy} lets it,
     * else the other end of the connection.
     */
    public static String address(HttpServletRequest request) {
        return "address " + network(request.getRemoteAddr());
    }

    /** An IPv6 address by its first 64 bits, which one subscriber has; an IPv4 address whole. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // It holds a colon, so that no name is looked up.
            byte[] bytes =
                    InetAddress.getByName(address.replaceFirst("%.*", "")).getAddress();
            return bytes.length > NETWORK_BYTES
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64"
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
