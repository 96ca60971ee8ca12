package org.claimtrail.splitting;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A point of the calendar as a text names it.
 *
 * @param start index of its first word
 * @param end index after its last word
 * @param relative whether it counts from the day of publication
 * @param month the month where one is named without a year, else null
 * @param day its day, 0 where none is named
 */
record Moment(
        int start,
        int end,
        Period period,
        boolean relative,
        @Nullable Month month,
        int day) {

    private static final int MIDDLE = 15;

    static Moment fixed(int start, int end, Period period) {
        return new Moment(start, end, period, false, null, 0);
    }

    static Moment relative(int start, int end, Period period) {
        return new Moment(start, end, period, true, null, 0);
    }

    /**
     * A month, or a day of one, of the year that brings it nearest to a day.
     *
     * @param toCome whether it cannot lie before that day
     */
    static @Nullable Moment yearless(int start, int end, Month month, int day, LocalDate from, boolean toCome) {
        Period best = null;
        for (int year = from.getYear() - 1; year <= from.getYear() + 1; year++) {
            Period candidate = period(year, month, day);
            if (candidate != null
                    && !(toCome && candidate.last().isBefore(from))
                    && (best == null || distance(from, candidate) < distance(from, best))) {
                best = candidate;
            }
        }
        return best == null ? null : new Moment(start, end, best, true, month, day);
    }

    private static @Nullable Period period(int year, Month month, int day) {
        YearMonth of = YearMonth.of(year, month);
        if (day == 0) {
            return Period.month(of);
        }
        return of.isValidDay(day) ? Period.day(of.atDay(day)) : null;
    }

    private static long distance(LocalDate from, Period period) {
        LocalDate middle = period.isDay() ? period.first() : period.first().withDayOfMonth(MIDDLE);
        return Math.abs(from.toEpochDay() - middle.toEpochDay());
    }

    /** The same in another year; itself where it has a year of its own. */
    Moment inYear(int year) {
        Period moved = month == null ? null : period(year, month, day);
        return moved == null ? this : new Moment(start, end, moved, false, month, day);
    }

    boolean isYearless() {
        return month != null;
    }

    Moment from(int newStart) {
        return new Moment(newStart, end, period, relative, month, day);
    }

    Moment to(int newEnd) {
        return new Moment(start, newEnd, period, relative, month, day);
    }
}
