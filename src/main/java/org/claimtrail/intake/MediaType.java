package org.claimtrail.intake;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A declared media type, such as {@code text/html; charset=iso-8859-1}. */
record MediaType(String type, @Nullable Charset charset) {

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([^\\s;\"',]+)");
    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");
    private static final Set<String> UNDECIDED = Set.of("", "application/octet-stream");

    static MediaType parse(@Nullable String declared) {
        if (declared == null) {
            return new MediaType("", null);
        }
        Matcher charset = CHARSET.matcher(declared);
        return new MediaType(
                declared.split("[;,]", 2)[0].strip().toLowerCase(Locale.ROOT),
                charset.find() ? charset(charset.group(1)) : null);
    }

    private static @Nullable Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    boolean isHtml() {
        return HTML.contains(type);
    }

    boolean isPlainText() {
        return type.equals("text/plain");
    }

    /** Whether the sender left open what it is. */
    boolean isUndecided() {
        return UNDECIDED.contains(type);
    }
}
