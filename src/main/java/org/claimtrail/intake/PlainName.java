package org.claimtrail.intake;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cleans a title or name that a stranger wrote into a page, so that it fits one line and one database column. */
final class PlainName {

    /** In code points; what is longer is cut, since the original is kept and the field can be edited. */
    static final int MAX_CODE_POINTS = 500;

    private static final int MAX_SCANNED = 10 * MAX_CODE_POINTS;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}\\u0085\\u00a0\\u2028\\u2029]+");

    private PlainName() {}

    /** The name on one line, without control characters and half characters; null if nothing visible is left. */
    static @Nullable String of(String name) {
        String whole = name.codePoints()
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .limit(MAX_SCANNED)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String line = SPACE.matcher(whole).replaceAll(" ").strip();
        int length = Math.min(line.codePointCount(0, line.length()), MAX_CODE_POINTS);
        String cut = line.substring(0, line.offsetByCodePoints(0, length)).strip();
        return TextRules.isBlank(cut) ? null : cut;
    }
}
