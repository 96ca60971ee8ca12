package org.claimtrail.support;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.claimtrail.support.InvalidWebAddress.Reason;

/**
 * Brings the host of a web address into one spelling: lower case, punycode, no trailing dot, IPv4 in four decimal
 * parts. An IPv4 address is read as browsers read it (decimal, octal, hexadecimal and short forms), so that no later
 * reader can take {@code 0177.0.0.1} for another machine.
 */
final class HostName {

    private static final Pattern NAME =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?" + "(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");
    private static final Pattern LAST_PART_IS_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    /** Letters and joiners that old and new rules for international names encode differently. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\u00df\\u1e9e\\u03c2\\u200c\\u200d]");

    private static final int MAX_LENGTH = 253;

    private HostName() {}

    /** The one spelling of a host as it stands in an address; an IPv6 address stands in brackets, before and after. */
    static String canonical(String host) {
        if (host.startsWith("[")) {
            return canonicalIpv6(host);
        }
        if (AMBIGUOUS.matcher(host).find()) {
            throw bad(host);
        }
        String ascii = ascii(host);
        if (ascii.endsWith(".")) {
            ascii = ascii.substring(0, ascii.length() - 1);
        }
        if (ascii.length() > MAX_LENGTH || !NAME.matcher(ascii).matches()) {
            throw bad(host);
        }
        return LAST_PART_IS_NUMBER.matcher(ascii).matches() ? canonicalIpv4(ascii) : ascii;
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw bad(host);
        }
    }

    private static String canonicalIpv4(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length > 4) {
            throw bad(host);
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            int bits = last ? 8 * (4 - i) : 8;
            long value = number(parts[i]).orElseThrow(() -> bad(host));
            if (value >= 1L << bits) {
                throw bad(host);
            }
            address = address << bits | value;
        }
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    private static OptionalLong number(String part) {
        String digits = part;
        int radix = 10;
        if (part.startsWith("0x")) {
            digits = part.length() == 2 ? "0" : part.substring(2);
            radix = 16;
        } else if (part.length() > 1 && part.startsWith("0")) {
            radix = 8;
        }
        try {
            return OptionalLong.of(Long.parseLong(digits, radix));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static String canonicalIpv6(String host) {
        if (!host.endsWith("]")
                || !IPV6.matcher(host.substring(1, host.length() - 1)).matches()) {
            throw bad(host);
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            boolean mapped = address.getAddress().length == 4;
            return mapped ? address.getHostAddress() : "[" + address.getHostAddress() + "]";
        } catch (UnknownHostException e) {
            throw bad(host);
        }
    }

    private static InvalidWebAddress bad(String host) {
        return new InvalidWebAddress(Reason.BAD_HOST, host);
    }
}
