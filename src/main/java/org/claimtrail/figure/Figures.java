package org.claimtrail.figure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as pages write them. */
public final class Figures {

    private Figures() {}

    /** With commas between thousands. */
    public static String count(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /** With three decimals and a true minus sign, as alpha is reported; a dash for none. */
    public static String coefficient(@Nullable Double value) {
        if (value == null) {
            return "–";
        }
        double rounded = Math.round(value * 1_000) / 1_000.0;
        String sign = rounded < 0 ? "−" : "";
        return sign + String.format(Locale.ENGLISH, "%.3f", Math.abs(rounded));
    }

    /** A share of a whole in whole percent; a dash where there is no whole. */
    public static String percent(long part, long whole) {
        return whole == 0 ? "–" : Math.round(100.0 * part / whole) + " %";
    }

    /** Days with one decimal below ten, whole above; a dash for none. */
    public static String days(@Nullable Double days) {
        if (days == null) {
            return "–";
        }
        return String.format(Locale.ENGLISH, days < 9.95 ? "%.1f" : "%,.0f", days);
    }
}
