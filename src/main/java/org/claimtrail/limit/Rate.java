package org.claimtrail.limit;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/**
 * How often: so many times at once, and again as they come back evenly over the time. Written "30 in 10m", or "off".
 *
 * @param times zero where there is no limit
 */
public record Rate(int times, Duration per) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,7})\\s+in\\s+(\\S+)");

    public Rate {
        if (times < 0 || times > 0 && (per.isNegative() || per.isZero() || per.toDays() > 1)) {
            throw new IllegalArgumentException("a rate is so many times in a time of at most a day");
        }
    }

    /** @throws IllegalArgumentException for anything but "30 in 10m" and "off" */
    public static Rate valueOf(String text) {
        String rate = text.strip().toLowerCase(Locale.ROOT);
        if (rate.equals("off")) {
            return new Rate(0, Duration.ZERO);
        }
        Matcher form = FORM.matcher(rate);
        if (!form.matches() || Integer.parseInt(form.group(1)) == 0) {
            throw new IllegalArgumentException("a rate is written \"30 in 10m\" or \"off\", not \"" + text + "\"");
        }
        return new Rate(Integer.parseInt(form.group(1)), DurationStyle.detectAndParse(form.group(2)));
    }

    boolean unlimited() {
        return times == 0;
    }

    /** How long until one use has come back. */
    Duration step() {
        return per.dividedBy(times);
    }
}
