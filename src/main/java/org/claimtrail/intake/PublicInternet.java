package org.claimtrail.intake;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Allows what the IANA special-purpose registries leave to the public internet, on the usual ports. Of IPv6 that is
 * 2000::/3 without its special blocks; an IPv6 address that carries an IPv4 address is judged by the one it carries.
 */
final class PublicInternet implements AddressPolicy {

    private record Block(byte[] prefix, int bits) {

        static Block of(String cidr) {
            String[] parts = cidr.split("/");
            return new Block(literal(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 128 >> bit % 8;
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

    private static final List<Block> SPECIAL_IPV4 = blocks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by carriers
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // a cloud's own services, inside in spite of its number
            "169.254.0.0/16", // link-local, metadata services
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    private static final Block UNICAST_IPV6 = Block.of("2000::/3");
    private static final Block SIX_TO_FOUR = Block.of("2002::/16");
    private static final Block NAT64 = Block.of("64:ff9b::/96");

    private static final List<Block> SPECIAL_IPV6 = blocks(
            "2001::/23", // protocol assignments, Teredo
            "2001:db8::/32", // documentation
            "3fff::/20"); // documentation

    private static List<Block> blocks(String... cidrs) {
        return Stream.of(cidrs).map(Block::of).toList();
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    @Override
    public boolean allowsPort(int port) {
        return PORTS.contains(port);
    }

    @Override
    public boolean allows(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? allowsIpv4(bytes) : allowsIpv6(bytes);
    }

    private static boolean allowsIpv4(byte[] address) {
        return SPECIAL_IPV4.stream().noneMatch(block -> block.holds(address));
    }

    private static boolean allowsIpv6(byte[] address) {
        if (NAT64.holds(address)) {
            return allowsIpv4(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.holds(address)) {
            return allowsIpv4(Arrays.copyOfRange(address, 2, 6));
        }
        return UNICAST_IPV6.holds(address) && SPECIAL_IPV6.stream().noneMatch(block -> block.holds(address));
    }
}
