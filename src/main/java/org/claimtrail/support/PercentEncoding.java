package org.claimtrail.support;

import java.nio.charset.StandardCharsets;
import org.claimtrail.support.InvalidWebAddress.Reason;

/** Brings the path or query of a web address into one spelling, following RFC 3986 section 6.2.2. */
final class PercentEncoding {

    private static final String UNRESERVED_MARKS = "-._~";
    private static final String KEPT_MARKS = "!$&'()*+,;=:@/?";

    private PercentEncoding() {}

    /** Escapes what must not stand in an address, unescapes what need not be escaped, writes escapes in capitals. */
    static String canonical(String part) {
        StringBuilder out = new StringBuilder(part.length());
        int i = 0;
        while (i < part.length()) {
            int c = part.codePointAt(i);
            int escaped = c == '%' ? escapedByte(part, i) : -1;
            if (escaped >= 0) {
                append(out, escaped, isUnreserved(escaped));
                i += 3;
            } else {
                appendCodePoint(out, c);
                i += Character.charCount(c);
            }
        }
        return out.toString();
    }

    private static void appendCodePoint(StringBuilder out, int c) {
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            throw new InvalidWebAddress(Reason.MALFORMED);
        }
        if (isUnreserved(c) || KEPT_MARKS.indexOf(c) >= 0) {
            out.append((char) c);
            return;
        }
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            append(out, b & 255, false);
        }
    }

    private static void append(StringBuilder out, int value, boolean plain) {
        if (plain) {
            out.append((char) value);
        } else {
            out.append(String.format("%%%02X", value));
        }
    }

    /** The byte that the escape at this place stands for, or -1 if there is none. */
    private static int escapedByte(String part, int at) {
        if (at + 2 >= part.length()) {
            return -1;
        }
        int high = Character.digit(part.charAt(at + 1), 16);
        int low = Character.digit(part.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static boolean isUnreserved(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || UNRESERVED_MARKS.indexOf(c) >= 0;
    }
}
