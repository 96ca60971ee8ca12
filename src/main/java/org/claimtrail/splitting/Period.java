package org.claimtrail.splitting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/**
 * A stretch of days.
 *
 * @param first its first day
 * @param last its last day
 * @param iso how ISO 8601 writes it: 2022, 2022-01, 2022-01-21, 2022-W04 (weeks run Monday to Sunday), or an interval of
 *     two of these, both taken in
 */
record Period(LocalDate first, LocalDate last, String iso) {

    private static final int QUARTER_MONTHS = 3;
    private static final int DECADE_YEARS = 10;
    private static final int CENTURY_YEARS = 100;

    static Period day(LocalDate day) {
        return new Period(day, day, day.toString());
    }

    /** The week a day lies in. */
    static Period week(LocalDate day) {
        LocalDate monday = day.with(DayOfWeek.MONDAY);
        int number = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        String iso = day.get(IsoFields.WEEK_BASED_YEAR) + (number < 10 ? "-W0" : "-W") + number;
        return new Period(monday, monday.plusDays(6), iso);
    }

    /** Saturday and Sunday of the week a day lies in. */
    static Period weekend(LocalDate day) {
        LocalDate sunday = day.with(DayOfWeek.SUNDAY);
        return days(sunday.minusDays(1), sunday);
    }

    static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth(), month.toString());
    }

    static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), String.valueOf(year));
    }

    static Period decade(int firstYear) {
        return between(year(firstYear), year(firstYear + DECADE_YEARS - 1));
    }

    /** The nineteenth century is 1800 to 1899, as it is mostly used. */
    static Period century(int number) {
        int first = (number - 1) * CENTURY_YEARS;
        return between(year(first), year(first + CENTURY_YEARS - 1));
    }

    /** The quarter of a year, 1 to 4. */
    static Period quarter(int year, int number) {
        return months(YearMonth.of(year, (number - 1) * QUARTER_MONTHS + 1), QUARTER_MONTHS);
    }

    /** A number of months in a row. */
    static Period months(YearMonth first, int count) {
        return between(month(first), month(first.plusMonths(count - 1L)));
    }

    static Period days(LocalDate first, LocalDate last) {
        return between(day(first), day(last));
    }

    /** From the beginning of one to the end of the other. */
    static Period between(Period from, Period to) {
        String start = from.iso.substring(0, from.iso.indexOf('/') < 0 ? from.iso.length() : from.iso.indexOf('/'));
        return new Period(from.first, to.last, start + "/" + to.iso.substring(to.iso.indexOf('/') + 1));
    }

    /** The last such day of the week on or before a day. */
    static LocalDate onOrBefore(LocalDate day, DayOfWeek weekday) {
        return day.with(TemporalAdjusters.previousOrSame(weekday));
    }

    boolean isDay() {
        return first.equals(last);
    }
}
