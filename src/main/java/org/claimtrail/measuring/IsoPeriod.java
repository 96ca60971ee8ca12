package org.claimtrail.measuring;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a value in ISO 8601 begins and ends.
 *
 * @param from its first day or moment
 * @param lastFrom the first day or moment of its last part: of an interval, what follows the slash
 * @param to the first day or moment after it
 */
record IsoPeriod(String from, String lastFrom, String to) {

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(?:W(\\d{2})|(\\d{2})(?:-(\\d{2}))?))?");
    private static final Pattern MIDNIGHT = Pattern.compile("(?<=\\d)T00:00(?::00)?$");
    private static final Pattern NO_SECONDS = Pattern.compile("(T\\d{2}:\\d{2}):00$");

    /** The period of a date, a week, month or year, a moment, or an interval of two of them; null for all else. */
    static @Nullable IsoPeriod of(String value) {
        int slash = value.indexOf('/');
        if (value.startsWith("P") || value.startsWith("R")) {
            return null;
        }
        if (slash < 0) {
            return single(value);
        }
        IsoPeriod first = single(value.substring(0, slash));
        IsoPeriod last = single(value.substring(slash + 1));
        return first == null || last == null ? null : new IsoPeriod(first.from, last.from, last.to);
    }

    private static @Nullable IsoPeriod single(String value) {
        if (value.indexOf('T') >= 0) {
            String moment = normal(value);
            return new IsoPeriod(moment, moment, moment);
        }
        Matcher date = DATE.matcher(value);
        if (!date.matches()) {
            return null;
        }
        LocalDate first = LocalDate.of(Integer.parseInt(date.group(1)), 1, 1);
        LocalDate after = first.plusYears(1);
        if (date.group(2) != null) {
            first = LocalDate.of(first.getYear(), 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(date.group(2)))
                    .with(java.time.DayOfWeek.MONDAY);
            after = first.plusWeeks(1);
        } else if (date.group(4) != null) {
            first = LocalDate.parse(value);
            after = first.plusDays(1);
        } else if (date.group(3) != null) {
            first = YearMonth.parse(value).atDay(1);
            after = first.plusMonths(1);
        }
        return new IsoPeriod(first.toString(), first.toString(), after.toString());
    }

    /** Without seconds that are none, and midnight as the day it begins. */
    static String normal(String moment) {
        return NO_SECONDS.matcher(MIDNIGHT.matcher(moment).replaceAll("")).replaceAll("$1");
    }

    /** Whether it is a day or a moment, nothing longer. */
    boolean isPoint() {
        return from.equals(to)
                || isDay(from) && LocalDate.parse(from).plusDays(1).toString().equals(to);
    }

    private static boolean isDay(String value) {
        return value.indexOf('T') < 0;
    }

    /** Whether a day or moment lies in it. */
    boolean holds(String moment) {
        return from.compareTo(moment) <= 0 && moment.compareTo(to) < 0;
    }
}
