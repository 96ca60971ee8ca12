package org.claimtrail.splitting;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads dates that name a month or are written in digits. In digits the month stands first, unless only the day can. */
final class DateReader {

    /** What shows that the number before is a count and no day or year. */
    static final Set<String> COUNTED = Set.of(
            "people",
            "persons",
            "percent",
            "%",
            "per",
            "thousand",
            "million",
            "billion",
            "men",
            "women",
            "children",
            "troops",
            "soldiers",
            "meters",
            "metres",
            "km",
            "miles",
            "dollars",
            "euros",
            "votes",
            "deaths",
            "cases",
            "other",
            "others",
            "more");

    private static final Set<String> BEFORE_DIGITS = Set.of(
            "on", "from", "by", "until", "till", "to", "since", "before", "after", "between", "and", "this", "next",
            "through", "thru", "dated");
    private static final int MAX_DAY = 31;
    private static final int MAX_MONTH = 12;
    private static final int MIN_YEAR = 1000;
    private static final int MAX_YEAR = 2199;
    private static final int YEAR_DIGITS = 4;
    /** Two digits of a year up to this many years ahead mean this century. */
    private static final int YEARS_AHEAD = 20;

    private final TimeText text;

    DateReader(TimeText text) {
        this.text = text;
    }

    /** A date with or without the day of the week, a month with its year; or null. */
    @Nullable
    Moment at(int at) {
        if (text.weekday(at) == null) {
            return date(at);
        }
        int next = text.after(text.afterName(at), ",", "-");
        int opened = text.after(next, "(");
        Moment date = date(opened);
        if (date == null || !date.period().isDay()) {
            return dayOfWeek(at, next);
        }
        int end = opened > next ? text.after(date.end(), ")") : date.end();
        return date.from(at).to(end);
    }

    /** "Monday the 27th": of the months before, this and after, the one in which that day is a Monday. */
    private @Nullable Moment dayOfWeek(int at, int next) {
        DayOfWeek weekday = text.weekday(at);
        TimeText.Number day = text.ordinal(text.after(next, "the"));
        if (day == null || !text.isFullWeekday(at) && !text.word(at).capital()) {
            return null;
        }
        for (int months : new int[] {0, -1, 1}) {
            YearMonth month = YearMonth.from(text.from).plusMonths(months);
            if (month.isValidDay(day.value()) && month.atDay(day.value()).getDayOfWeek() == weekday) {
                return Moment.relative(at, day.end(), Period.day(month.atDay(day.value())));
            }
        }
        return null;
    }

    private @Nullable Moment date(int at) {
        Month month = text.month(at);
        if (month != null) {
            return isSurname(at) ? null : monthFirst(at, month);
        }
        Moment named = dayFirst(at);
        return named != null ? named : text.word(at).isDigits() ? inDigits(at) : null;
    }

    /** "Theresa May": a name that is a month's, after a word with a capital that stands before no month. */
    private boolean isSurname(int at) {
        TimeWord before = text.word(at - 1);
        return text.is(at, "may", "march", "april", "june", "august")
                && before.isLetters()
                && before.capital()
                && !BEFORE_DIGITS.contains(before.lower())
                && !YearReader.PREPOSITIONS.contains(before.lower())
                && !text.is(at - 1, "the", "last", "this", "next", "or")
                && text.weekday(at - 1) == null;
    }

    private @Nullable Moment monthFirst(int at, Month month) {
        int next = text.afterName(at);
        int joined = text.after(next, "-", "/");
        int dayAt = text.after(joined, "the");
        TimeText.Number day = day(dayAt);
        if (day != null) {
            return withYear(at, day.end(), month, day.value());
        }
        int yearAt = text.after(joined, ",", "of", "in");
        int year = year(yearAt);
        return year == TimeText.NONE ? null : Moment.fixed(at, yearAt + 1, Period.month(YearMonth.of(year, month)));
    }

    /** A day in digits or as an ordinal that nothing counts. */
    private TimeText.@Nullable Number day(int at) {
        TimeText.Number ordinal = text.ordinal(at);
        if (ordinal != null) {
            return ordinal.value() >= 1 && ordinal.value() <= MAX_DAY ? ordinal : null;
        }
        int digits = text.digits(at);
        boolean fits = digits >= 1 && digits <= MAX_DAY && text.lower(at).length() <= 2;
        return fits && !isCount(at) ? new TimeText.Number(digits, at + 1) : null;
    }

    /** Whether digits go on, or a unit follows: "5,000", "5.5", "5:30", "20 people". */
    private boolean isCount(int at) {
        boolean glued = !text.word(at + 1).spaced() && !text.word(at + 2).spaced();
        boolean more = glued
                && text.word(at + 2).isDigits()
                && (text.is(at + 1, ".", ":")
                        || text.is(at + 1, ",") && text.lower(at + 2).length() == 3);
        return more || COUNTED.contains(text.lower(at + 1));
    }

    private @Nullable Moment dayFirst(int at) {
        int dayAt = text.after(at, "the");
        TimeText.Number day = text.ordinal(dayAt);
        boolean ordinal = day != null;
        if (day == null) {
            int digits = text.digits(dayAt);
            boolean fits = digits >= 1 && digits <= MAX_DAY && text.lower(dayAt).length() <= 2;
            day = fits ? new TimeText.Number(digits, dayAt + 1) : null;
        }
        if (day == null || day.value() > MAX_DAY || text.is(dayAt - 1, "$", "€", "£") || isTail(dayAt)) {
            return null;
        }
        int next = text.is(day.end(), "day") && text.is(day.end() + 1, "of") ? day.end() + 1 : day.end();
        boolean of = text.is(next, "of");
        int monthAt = text.after(next, "of", "-", "/");
        Month month = text.month(monthAt);
        if (month == null || !of && !ordinal && !text.word(monthAt).capital() && text.is(monthAt, "may", "march")) {
            return null;
        }
        int end = text.isFullMonth(monthAt) ? monthAt + 1 : text.afterName(monthAt);
        return withYear(at, end, month, day.value());
    }

    /** Whether digits are the end of a longer number: "6,107.31". */
    private boolean isTail(int at) {
        return text.is(at - 1, ".", ",")
                && !text.word(at).spaced()
                && !text.word(at - 1).spaced();
    }

    private @Nullable Moment withYear(int start, int end, Month month, int day) {
        int yearAt = text.after(text.after(end, ",", "-", "/"), "of", "in");
        int year = year(yearAt);
        if (year == TimeText.NONE && text.is(end, "of") && text.is(end + 2, "year")) {
            Period told = day(text.from.getYear() + RelativeReader.step(text.lower(end + 1)), month.getValue(), day);
            return told == null ? null : Moment.relative(start, end + 3, told);
        }
        if (year == TimeText.NONE) {
            boolean toCome = text.isToCome(start);
            return Moment.yearless(start, end, month, day, text.from, toCome);
        }
        Period period = day(year, month.getValue(), day);
        return period == null ? null : Moment.fixed(start, yearAt + 1, period);
    }

    /** A year in four digits, or {@link TimeText#NONE}. */
    int year(int at) {
        int year = text.digits(at);
        boolean fits = text.lower(at).length() == YEAR_DIGITS && year >= MIN_YEAR && year <= MAX_YEAR;
        return fits && !isCount(at) ? year : TimeText.NONE;
    }

    private static @Nullable Period day(int year, int month, int day) {
        try {
            return Period.day(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable Moment inDigits(int at) {
        String mark = text.lower(at + 1);
        boolean glued = !text.word(at + 1).spaced() && !text.word(at + 2).spaced();
        boolean inside = !text.word(at).spaced()
                && (text.is(at - 1, "/", ".", ",", ":", "$") || text.is(at - 1, "-") && mark.equals("-"));
        if (!glued || inside || !(mark.equals("-") || mark.equals("/") || mark.equals("."))) {
            return null;
        }
        boolean three = text.is(at + 3, mark)
                && !text.word(at + 3).spaced()
                && !text.word(at + 4).spaced()
                && text.word(at + 4).isDigits();
        if (three && !isGoingOn(at + 5, mark)) {
            return threeNumbers(at);
        }
        return three || isGoingOn(at + 3, mark) ? null : twoNumbers(at, mark);
    }

    private boolean isGoingOn(int at, String mark) {
        return text.is(at, mark, ".", ":")
                && !text.word(at).spaced()
                && !text.word(at + 1).spaced()
                && text.word(at + 1).isDigits();
    }

    private @Nullable Moment threeNumbers(int at) {
        int last = text.digits(at + 4);
        Period period;
        if (year(at) != TimeText.NONE) {
            Month month = text.month(at + 2);
            period = day(year(at), month != null ? month.getValue() : text.digits(at + 2), last);
        } else {
            int year = text.lower(at + 4).length() == YEAR_DIGITS ? last : inCentury(at + 4);
            period = monthOrDayFirst(year, text.digits(at), text.digits(at + 2), text.is(at + 1, "."));
        }
        return period == null ? null : Moment.fixed(at, at + 5, period);
    }

    private int inCentury(int at) {
        int year = text.digits(at);
        if (text.lower(at).length() != 2) {
            return TimeText.NONE;
        }
        int century = text.from.getYear() / 100 * 100;
        return century + year > text.from.getYear() + YEARS_AHEAD ? century - 100 + year : century + year;
    }

    private static @Nullable Period monthOrDayFirst(int year, int first, int second, boolean dayFirst) {
        if (year < MIN_YEAR) {
            return null;
        }
        Period likely = dayFirst ? day(year, second, first) : day(year, first, second);
        return likely != null ? likely : dayFirst ? day(year, first, second) : day(year, second, first);
    }

    private @Nullable Moment twoNumbers(int at, String mark) {
        int first = text.digits(at);
        int second = text.digits(at + 2);
        if (year(at) != TimeText.NONE && isMonth(at + 2) && !mark.equals(".")) {
            boolean season = text.lower(at + 2).length() == 2 && second == (first + 1) % 100;
            return Moment.fixed(
                    at,
                    at + 3,
                    season
                            ? Period.between(Period.year(first), Period.year(first + 1))
                            : Period.month(YearMonth.of(first, second)));
        }
        if (isMonth(at) && year(at + 2) != TimeText.NONE && !mark.equals(".")) {
            return Moment.fixed(at, at + 3, Period.month(YearMonth.of(second, first)));
        }
        boolean listed = text.is(at - 1, "-", "–", ",", "or") && text.is(at - 3, "/");
        boolean asked = listed || BEFORE_DIGITS.contains(text.lower(at - 1)) || text.weekday(at - 1) != null;
        if (!asked || !mark.equals("/") || second < 1) {
            return null;
        }
        boolean dayFirst = first > MAX_MONTH;
        int month = dayFirst ? second : first;
        int day = dayFirst ? first : second;
        boolean valid = month >= 1 && month <= MAX_MONTH && day <= MAX_DAY && !(month == 9 && day == 11);
        return valid ? Moment.yearless(at, at + 3, Month.of(month), day, text.from, text.isToCome(at)) : null;
    }

    private boolean isMonth(int at) {
        int number = text.digits(at);
        return number >= 1 && number <= MAX_MONTH && text.lower(at).length() <= 2;
    }
}
