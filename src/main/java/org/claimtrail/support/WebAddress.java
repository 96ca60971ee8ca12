package org.claimtrail.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimtrail.support.InvalidWebAddress.Reason;
import org.jspecify.annotations.Nullable;

/**
 * An http or https address in one spelling: scheme and host in lower case, international names in punycode, no default
 * port, no dot segments, no fragment, escapes only where needed. Never holds a user name or password.
 */
public final class WebAddress {

    /** The longest address taken, in UTF-16 units, before and after the spelling is made canonical. */
    public static final int MAX_LENGTH = 2_000;

    private static final Pattern PARTS = Pattern.compile("(?is)(https?)://([^/?#\\\\]*)([^?#\\\\]*)(\\?[^#]*)?(#.*)?");
    private static final Pattern WITH_SCHEME = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final Pattern WEB_SCHEME = Pattern.compile("(?is)https?:.*");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]*)(?::([0-9]{0,5}))?");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "igshid",
            "igsh",
            "mc_cid",
            "mc_eid",
            "_ga",
            "_gl",
            "_hsenc",
            "_hsmi",
            "mkt_tok",
            "vero_id",
            "oly_anon_id",
            "oly_enc_id",
            "ref_src",
            "ref_url",
            "xtor",
            "s_cid",
            "ocid",
            "smid",
            "cmpid",
            "srsltid");

    private final String scheme;
    private final String host;
    private final int port;
    private final String path;
    private final @Nullable String query;

    private WebAddress(String scheme, String host, int port, String path, @Nullable String query) {
        this.scheme = scheme;
        this.host = host;
        this.port = port;
        this.path = path;
        this.query = query;
    }

    /**
     * The spelling under which two addresses of one document are equal: as {@link #parse}, and without parameters that
     * only say how a reader came there ({@code utm_…}, {@code fbclid} and their like).
     *
     * @throws InvalidWebAddress if this is not an http or https address of at most {@link #MAX_LENGTH} characters
     */
    public static String normalize(String address) {
        return parse(address).withoutTracking().toString();
    }

    /**
     * Reads an address that starts with http:// or https://, with white space around it ignored.
     *
     * @throws InvalidWebAddress if it is something else, too long, or holds a user name
     */
    public static WebAddress parse(String address) {
        String text = address.strip();
        if (text.isEmpty()) {
            throw new InvalidWebAddress(Reason.EMPTY);
        }
        checkLength(text);
        if (!WEB_SCHEME.matcher(text).matches()) {
            throw new InvalidWebAddress(Reason.NOT_WEB);
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches() || CONTROL.matcher(text).find()) {
            throw new InvalidWebAddress(Reason.MALFORMED);
        }
        WebAddress result = of(parts.group(1).toLowerCase(Locale.ROOT), parts.group(2), parts.group(3), parts.group(4));
        checkLength(result.toString());
        return result;
    }

    private static WebAddress of(String scheme, String authority, String path, @Nullable String query) {
        if (authority.indexOf('@') >= 0) {
            throw new InvalidWebAddress(Reason.USER_INFO);
        }
        Matcher hostAndPort = HOST_AND_PORT.matcher(authority);
        if (!hostAndPort.matches()) {
            throw new InvalidWebAddress(Reason.MALFORMED);
        }
        if (hostAndPort.group(1).isEmpty()) {
            throw new InvalidWebAddress(Reason.NO_HOST);
        }
        return new WebAddress(
                scheme,
                HostName.canonical(hostAndPort.group(1)),
                port(scheme, hostAndPort.group(2)),
                withoutDotSegments(PercentEncoding.canonical(path)),
                query == null || query.length() == 1 ? null : PercentEncoding.canonical(query.substring(1)));
    }

    private static int port(String scheme, @Nullable String digits) {
        if (digits == null || digits.isEmpty()) {
            return scheme.equals("https") ? 443 : 80;
        }
        int port = Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw new InvalidWebAddress(Reason.BAD_PORT);
        }
        return port;
    }

    private static String withoutDotSegments(String path) {
        List<String> kept = new ArrayList<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean up = segments[i].equals("..");
            boolean dots = up || segments[i].equals(".");
            if (up && !kept.isEmpty()) {
                kept.remove(kept.size() - 1);
            }
            if (!dots) {
                kept.add(segments[i]);
            } else if (i == segments.length - 1) {
                kept.add("");
            }
        }
        return "/" + String.join("/", kept);
    }

    private static void checkLength(String address) {
        if (address.length() > MAX_LENGTH) {
            throw new InvalidWebAddress(Reason.TOO_LONG, MAX_LENGTH);
        }
    }

    /**
     * The address that a reference on the page at this address (a link, a redirect) leads to.
     *
     * @throws InvalidWebAddress if it leads to something that {@link #parse} refuses
     */
    public WebAddress resolve(String reference) {
        String text = reference.strip();
        if (WITH_SCHEME.matcher(text).matches()) {
            return parse(text);
        }
        if (text.startsWith("//")) {
            return parse(scheme + ":" + text);
        }
        if (text.startsWith("/")) {
            return parse(origin() + text);
        }
        if (text.isEmpty() || text.startsWith("#")) {
            return this;
        }
        String folder = text.startsWith("?") ? path : path.substring(0, path.lastIndexOf('/') + 1);
        return parse(origin() + folder + text);
    }

    private WebAddress withoutTracking() {
        if (query == null) {
            return this;
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .collect(Collectors.joining("&"));
        return new WebAddress(scheme, host, port, path, kept.isEmpty() ? null : kept);
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKING.contains(name);
    }

    /** {@code http} or {@code https}. */
    public String scheme() {
        return scheme;
    }

    /** The host in ASCII; an IPv6 address in brackets. */
    public String host() {
        return host;
    }

    /** The port, the scheme's own where the address names none. */
    public int port() {
        return port;
    }

    private String origin() {
        return scheme + "://" + host + (port == port(scheme, null) ? "" : ":" + port);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WebAddress address && address.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The whole address in ASCII. */
    @Override
    public String toString() {
        return origin() + path + (query == null ? "" : "?" + query);
    }
}
