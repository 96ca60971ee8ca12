package org.claimtrail.splitting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Reads times that are counted off in a month or a year. */
final class NumberedReader {

    private static final int MAX_WEEK = 53;
    private static final int MAX_MONTH = 12;
    private static final int MAX_WEEKDAY = 5;
    private static final int YEAR_CHARS = "2022".length();
    private static final int MONTH_CHARS = "2022-01".length();
    /** The fourth of January always lies in the first week of its year. */
    private static final int DAY_IN_FIRST_WEEK = 4;

    private final TimeText text;
    private final DateReader dates;
    private final RelativeReader relatives;
    private final LocalDate from;

    NumberedReader(TimeText text, DateReader dates, RelativeReader relatives) {
        this.text = text;
        this.dates = dates;
        this.relatives = relatives;
        this.from = text.from;
    }

    /** "week 31", "the week of 5 May", "the first week of 2015", "the last Friday in March". */
    @Nullable
    Moment at(int at) {
        int start = text.after(at, "the");
        if (text.is(start, "week")) {
            return week(at, start + 1);
        }
        boolean last = text.is(start, "last");
        TimeText.Number number = last ? new TimeText.Number(-1, start + 1) : text.ordinal(start);
        if (number == null
                || number.value() == 0
                || number.value() > MAX_WEEK
                || !text.is(number.end() + 1, "of", "in")) {
            return null;
        }
        int unit = number.end();
        int containerAt = unit + 2;
        Moment container = container(containerAt);
        if (container == null) {
            return null;
        }
        Period period = inside(unit, number.value(), container.period());
        return period == null ? null : new Moment(at, container.end(), period, container.relative(), null, 0);
    }

    private @Nullable Moment week(int at, int next) {
        int number = text.digits(next);
        if (number >= 1 && number <= MAX_WEEK) {
            int yearAt = text.after(next + 1, "of");
            int year = dates.year(yearAt);
            LocalDate fourth =
                    LocalDate.of(year == TimeText.NONE ? from.getYear() : year, Month.JANUARY, DAY_IN_FIRST_WEEK);
            Period week = Period.week(fourth.plusWeeks(number - 1L));
            return year == TimeText.NONE ? Moment.relative(at, next + 1, week) : Moment.fixed(at, yearAt + 1, week);
        }
        boolean of = text.is(next, "of", "beginning", "starting", "commencing", "ending");
        Moment day = of ? dates.at(text.after(next + 1, "on")) : null;
        return day == null || !day.period().isDay()
                ? null
                : new Moment(at, day.end(), Period.week(day.period().first()), day.relative(), null, 0);
    }

    /** A year or a month. */
    @Nullable
    Moment container(int at) {
        Moment date = dates.at(at);
        if (date != null) {
            return date.period().isDay() ? null : date;
        }
        int year = dates.year(at);
        if (year != TimeText.NONE) {
            return Moment.fixed(at, at + 1, Period.year(year));
        }
        Month month = text.month(at);
        if (month != null) {
            return Moment.yearless(at, at + 1, month, 0, from, text.isToCome(at));
        }
        if (text.is(at, "the") && text.is(at + 1, "year", "month")) {
            return Moment.relative(at, at + 2, relatives.period(at + 1, 0));
        }
        Moment stepped = relatives.stepped(at);
        return stepped != null && stepped.period().iso().indexOf('/') < 0 ? stepped : null;
    }

    private @Nullable Period inside(int unit, int number, Period in) {
        boolean year = in.iso().length() == YEAR_CHARS;
        boolean month = in.iso().length() == MONTH_CHARS && in.iso().indexOf('W') < 0;
        DayOfWeek weekday = text.weekday(unit);
        if (weekday != null && month && number <= MAX_WEEKDAY) {
            return Period.day(in.first().with(TemporalAdjusters.dayOfWeekInMonth(number, weekday)));
        }
        if (text.is(unit, "week") && (year || month)) {
            return week(number, in);
        }
        if (text.is(unit, "month") && year && number <= MAX_MONTH) {
            return Period.month(YearMonth.of(in.first().getYear(), number < 0 ? MAX_MONTH : number));
        }
        boolean day = text.is(unit, "day") && month && in.first().lengthOfMonth() >= number;
        return day ? Period.day(number < 0 ? in.last() : in.first().withDayOfMonth(number)) : null;
    }

    /** A week belongs to the year or month that holds its Thursday. */
    private static Period week(int number, Period in) {
        LocalDate thursday = number < 0
                ? Period.onOrBefore(in.last(), DayOfWeek.THURSDAY)
                : in.first()
                        .with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY))
                        .plusWeeks(number - 1L);
        return Period.week(thursday);
    }
}
