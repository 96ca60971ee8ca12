package org.claimtrail.splitting;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number written in digits: grouped by commas or spaces, also the Indian way, with a decimal point or comma, an
 * exponent or a fraction.
 *
 * @param value what it says
 * @param end UTF-16 index after its last character
 */
record Digits(double value, int end) {

    private static final String GROUPED = "\\d{1,3}(?:,\\d{3}){1,5}";
    private static final String SPACED = "\\d{1,3}(?:[ \\u00A0\\u202F]\\d{3}){1,5}";
    private static final String INDIAN = "\\d{1,2}(?:,\\d{2}){1,5},\\d{3}";
    private static final Pattern NUMBER = Pattern.compile("(?:(?<dotted>\\d{1,3}(?:\\.\\d{3}){1,5}),(?<cents>\\d{1,2})"
            + "|(?<whole>" + GROUPED + "|" + SPACED + "|" + INDIAN + "|\\d{1,15})(?!\\d)"
            + "(?:,(?<comma>\\d{1,2})(?![\\d,]))?(?:\\.(?<point>\\d{1,18}))?"
            + "|\\.(?<part>\\d{1,18}))(?!\\d)");
    private static final Pattern EXPONENT =
            Pattern.compile("e(?<e>[+-]?\\d{1,2})(?![\\d\\p{L}])| ?[x×] ?10\\^?(?<ten>[-−–+]?\\d{1,2})(?!\\d)");
    private static final Pattern POWER = Pattern.compile("\\^(?<sign>[-+]{0,2})(?<power>\\d{1,2})(?!\\d)");
    private static final Pattern FRACTION =
            Pattern.compile("(?<whole>\\d{1,4} {1,3})?(?<top>\\d{1,3})[/⁄](?<bottom>\\d{1,3})(?![\\d/])");
    /** Below eleven and what inches and shares are divided into; "9/11" and "24/7" are no fractions. */
    private static final Pattern DIVISOR = Pattern.compile("[2-9]|10|12|16|20|32|64|100|128");

    private static final int MOST_CHARACTERS = 60;

    /** The number that begins at an index of the text, or null. */
    static @Nullable Digits at(String text, int start) {
        int limit = Math.min(text.length(), start + MOST_CHARACTERS);
        Digits fraction = fraction(text, start, limit);
        if (fraction != null) {
            return fraction;
        }
        Matcher number = NUMBER.matcher(text).region(start, limit);
        if (!number.lookingAt()) {
            return vulgar(text, start);
        }
        Digits plain = new Digits(value(number), number.end());
        Digits mixed = vulgar(text, plain.end);
        return mixed != null ? new Digits(plain.value + mixed.value, mixed.end) : plain.raised(text, limit);
    }

    private static double value(Matcher number) {
        if (number.group("dotted") != null) {
            return Double.parseDouble(number.group("dotted").replace(".", "") + "." + number.group("cents"));
        }
        if (number.group("part") != null) {
            return Double.parseDouble("0." + number.group("part"));
        }
        String whole = number.group("whole").replaceAll("\\D", "");
        String decimals = number.group("comma") != null ? number.group("comma") : number.group("point");
        return Double.parseDouble(decimals == null ? whole : whole + "." + decimals);
    }

    private static @Nullable Digits fraction(String text, int start, int limit) {
        Matcher fraction = FRACTION.matcher(text).region(start, limit);
        if (!fraction.lookingAt() || !DIVISOR.matcher(fraction.group("bottom")).matches()) {
            return null;
        }
        double top = Double.parseDouble(fraction.group("top"));
        double bottom = Double.parseDouble(fraction.group("bottom"));
        String whole = fraction.group("whole");
        double before = whole == null ? 0 : Double.parseDouble(whole);
        return top < bottom ? new Digits(before + top / bottom, fraction.end()) : null;
    }

    /** "½" as one character. */
    private static @Nullable Digits vulgar(String text, int at) {
        if (at >= text.length() || Character.getType(text.charAt(at)) != Character.OTHER_NUMBER) {
            return null;
        }
        String written = Normalizer.normalize(text.substring(at, at + 1), Normalizer.Form.NFKD);
        Digits fraction = fraction(written, 0, written.length());
        return fraction == null ? null : new Digits(fraction.value, at + 1);
    }

    private Digits raised(String text, int limit) {
        Matcher exponent = EXPONENT.matcher(text).region(end, limit);
        if (exponent.lookingAt()) {
            String written = exponent.group("e") != null ? exponent.group("e") : exponent.group("ten");
            int power = Integer.parseInt(written.replaceAll("[−–]", "-"));
            return new Digits(scaled(value, Math.pow(10, power)), exponent.end());
        }
        Matcher power = POWER.matcher(text).region(end, limit);
        if (!power.lookingAt()) {
            return this;
        }
        int by = Integer.parseInt(power.group("power"));
        boolean inverse = power.group("sign").equals("-");
        return new Digits(Math.pow(value, inverse ? -by : by), power.end());
    }

    /** The product of the two as they are written, without the error of binary fractions. */
    static double scaled(double value, double scale) {
        return java.math.BigDecimal.valueOf(value)
                .multiply(java.math.BigDecimal.valueOf(scale))
                .doubleValue();
    }
}
