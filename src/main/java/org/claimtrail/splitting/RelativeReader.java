package org.claimtrail.splitting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads times that count from the day of publication. A bare day of the week is the last one up to that day, or the
 * next one where it is still to come; "last" and "next" Friday are those of the week before and after.
 */
final class RelativeReader {

    private static final Set<String> BACK = Set.of("last", "previous", "past");
    private static final Set<String> FORWARD = Set.of("next", "coming", "upcoming", "following", "subsequent");
    private static final Set<String> SAME = Set.of("this", "current");
    private static final Set<String> PARTS =
            Set.of("end", "beginning", "start", "middle", "rest", "remainder", "course", "remaining");
    private static final int SEASON_MONTHS = 3;
    private static final int DECADE_YEARS = 10;
    private static final int CENTURY_YEARS = 100;
    private static final int FORTNIGHT_DAYS = 14;
    private static final int OLDEST_YEAR = 1000;

    private final TimeText text;
    private final DateReader dates;
    private final DurationReader durations;
    private final NumberedReader numbered;
    private final LocalDate from;

    RelativeReader(TimeText text, DateReader dates, DurationReader durations) {
        this.text = text;
        this.dates = dates;
        this.durations = durations;
        this.numbered = new NumberedReader(text, dates, this);
        this.from = text.from;
    }

    /** -1 for "last", 1 for "next", else 0. */
    static int step(String word) {
        return BACK.contains(word) ? -1 : FORWARD.contains(word) ? 1 : 0;
    }

    @Nullable
    Moment at(int at) {
        Moment moment = day(at);
        if (moment == null) {
            moment = partOf(at);
        }
        if (moment == null) {
            moment = numbered.at(at);
        }
        if (moment == null) {
            moment = stepped(at);
        }
        if (moment == null) {
            moment = weekday(at);
        }
        if (moment == null) {
            moment = dayOfMonth(at);
        }
        return moment == null ? counted(at) : moment;
    }

    private @Nullable Moment day(int at) {
        if (text.is(at, "today", "tonight", "tonite")) {
            return day(at, at + 1, 0);
        }
        if (text.follows(at, "as", "we", "speak")) {
            return day(at, at + 3, 0);
        }
        if (text.is(at, "yesterday")) {
            return day(at, at + 1, -1);
        }
        if (text.is(at, "tomorrow", "tmr", "tmrw")) {
            return day(at, at + 1, 1);
        }
        if (text.is(at, "this") && text.is(at + 1, "morning", "afternoon", "evening")) {
            return day(at, at + 2, 0);
        }
        if (text.follows(at, "last", "night")) {
            return day(at, at + 2, -1);
        }
        int start = text.after(at, "the");
        if (text.follows(start, "day", "before", "yesterday")) {
            return day(at, start + 3, -2);
        }
        return text.follows(start, "day", "after", "tomorrow") ? day(at, start + 3, 2) : null;
    }

    private Moment day(int start, int end, int days) {
        return Moment.relative(start, end, Period.day(from.plusDays(days)));
    }

    /** "earlier this week", "the end of the year", "later in the month". */
    private @Nullable Moment partOf(int at) {
        int next = at;
        if (text.is(at, "earlier", "later")) {
            next = text.after(at + 1, "in");
        } else {
            int start = text.after(at, "the");
            if (!PARTS.contains(text.lower(start)) || !text.is(start + 1, "of")) {
                return null;
            }
            next = start + 2;
        }
        if (text.is(next, "the") && unit(next + 1, 0) != null) {
            return Moment.relative(at, next + 2, period(next + 1, 0));
        }
        Moment stepped = stepped(next);
        if (stepped == null && next > at + 1) {
            stepped = numbered.container(next);
        }
        return stepped == null ? null : stepped.from(at);
    }

    private @Nullable Period unit(int at, int step) {
        return text.is(at, "week", "weekend", "month", "quarter", "year", "decade", "century", "fortnight")
                ? period(at, step)
                : null;
    }

    Period period(int at, int step) {
        int year = from.getYear();
        return switch (text.lower(at)) {
            case "week", "workweek" -> Period.week(from.plusWeeks(step));
            case "weekend" -> Period.weekend(from.plusWeeks(step));
            case "month" -> Period.month(YearMonth.from(from).plusMonths(step));
            case "quarter" -> quarters(step, 1);
            case "decade" -> Period.decade(year / DECADE_YEARS * DECADE_YEARS + step * DECADE_YEARS);
            case "century" -> Period.century(year / CENTURY_YEARS + 1 + step);
            case "fortnight" -> fortnight(step);
            default -> Period.year(year + step);
        };
    }

    private Period fortnight(int step) {
        LocalDate monday = from.with(DayOfWeek.MONDAY).plusWeeks(2L * step);
        return Period.days(monday, monday.plusDays(FORTNIGHT_DAYS - 1L));
    }

    private Period quarters(int step, int count) {
        int month = (from.getMonthValue() - 1) / SEASON_MONTHS * SEASON_MONTHS + 1;
        YearMonth now = YearMonth.of(from.getYear(), month);
        long back = step < 0 ? (long) SEASON_MONTHS * count : -(long) SEASON_MONTHS * step;
        return Period.months(now.minusMonths(back), SEASON_MONTHS * count);
    }

    /** "this week", "last November", "next Friday", "the past two years". */
    @Nullable
    Moment stepped(int at) {
        int which = text.after(at, "the");
        if (text.is(which, "this") && step(text.lower(which + 1)) != 0) {
            which++;
        }
        String word = text.lower(which);
        int step = step(word);
        if (step == 0 && !SAME.contains(word)) {
            return afterNext(at, which);
        }
        int next = which + 1;
        TimeText.Number count = step == 0 ? null : text.count(next);
        if (count != null) {
            return several(at, next, count, step);
        }
        DurationReader.Length past = word.equals("past") ? durations.one(next) : null;
        if (past != null) {
            return Moment.relative(at, next + 1, Period.days(past.from(from, -1), from));
        }
        Period period = text.is(next, "workweek") ? period(next, step) : unit(next, step);
        if (period != null) {
            return dayOf(at, next + 1, period);
        }
        if (text.weekday(next) != null && which == at && word.equals("following")) {
            return null;
        }
        if (text.weekday(next) != null) {
            return Moment.relative(at, text.isFullWeekday(next) ? next + 1 : text.afterName(next), weekday(word, next));
        }
        return named(at, next, step);
    }

    /** "the week after next", "the year before last". */
    private @Nullable Moment afterNext(int at, int unit) {
        boolean after = text.follows(unit + 1, "after", "next");
        boolean before = text.follows(unit + 1, "before", "last");
        Period period = after ? unit(unit, 2) : before ? unit(unit, -2) : null;
        return period == null ? null : Moment.relative(at, unit + 3, period);
    }

    private @Nullable Moment several(int at, int next, TimeText.Number count, int step) {
        if (text.is(count.end(), "quarters")) {
            return Moment.relative(at, count.end() + 1, quarters(step, count.value()));
        }
        DurationReader.Length length = durations.at(next);
        if (length == null || !length.isOfDays() || isFar(length)) {
            return null;
        }
        return Moment.relative(at, length.end(), stretch(length, step));
    }

    /** A day of the week that follows a week. */
    private Moment dayOf(int at, int end, Period week) {
        int next = text.after(end, "on", "-", ",");
        boolean day = week.iso().indexOf('W') > 0 && text.weekday(next) != null && text.isFullWeekday(next);
        return day
                ? Moment.relative(at, next + 1, Period.day(week.first().with(text.weekday(next))))
                : Moment.relative(at, end, week);
    }

    private Period weekday(String which, int at) {
        DayOfWeek day = java.util.Objects.requireNonNull(text.weekday(at));
        return Period.day(
                switch (which) {
                    case "next", "following", "subsequent" -> from.plusWeeks(1).with(day);
                    case "coming", "upcoming" -> from.with(TemporalAdjusters.next(day));
                    case "past" -> from.with(TemporalAdjusters.previous(day));
                    case "last", "previous" -> from.minusWeeks(1).with(day);
                    default -> from.with(day);
                });
    }

    /** A month or a season. */
    private @Nullable Moment named(int at, int next, int step) {
        Month month = text.month(next);
        if (month != null && (text.word(next).capital() || text.isFullMonth(next) && !text.is(next, "may", "march"))) {
            YearMonth now = YearMonth.from(from);
            YearMonth of = YearMonth.of(from.getYear(), month);
            boolean there = step == 0 || (step < 0 ? of.isBefore(now) : of.isAfter(now));
            return Moment.relative(at, next + 1, Period.month(there ? of : of.plusYears(step)));
        }
        Integer first = YearReader.season(text.lower(next));
        if (first == null || dates.year(text.after(next + 1, "of")) != TimeText.NONE) {
            return null;
        }
        Period season = Period.months(YearMonth.of(from.getYear(), first), SEASON_MONTHS);
        boolean there = step == 0
                || (step < 0 ? season.last().isBefore(from) : season.first().isAfter(from));
        int year = from.getYear() + (there ? 0 : step);
        return Moment.relative(at, next + 1, Period.months(YearMonth.of(year, first), SEASON_MONTHS));
    }

    /** "on the 18th": the nearest such day of a month. */
    private @Nullable Moment dayOfMonth(int at) {
        TimeText.Number day = text.is(at - 1, "on") && text.is(at, "the") ? text.ordinal(at + 1) : null;
        if (day == null || !text.word(at + 1).isDigits() || text.word(day.end()).isLetters()) {
            return null;
        }
        LocalDate best = null;
        for (int months = -1; months <= 1; months++) {
            YearMonth month = YearMonth.from(from).plusMonths(months);
            if (month.isValidDay(day.value())) {
                LocalDate candidate = month.atDay(day.value());
                long distance = Math.abs(candidate.toEpochDay() - from.toEpochDay());
                boolean nearer = best == null || distance < Math.abs(best.toEpochDay() - from.toEpochDay());
                best = nearer ? candidate : best;
            }
        }
        return best == null ? null : Moment.relative(at, day.end(), Period.day(best));
    }

    private @Nullable Moment weekday(int at) {
        int start = text.after(at, "the");
        if (text.is(start, "weekend") && (start > at || text.is(at - 1, "over", "at", "during"))) {
            LocalDate day = text.isToCome(at) || from.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0
                    ? from
                    : from.minusWeeks(1);
            return Moment.relative(at, start + 1, Period.weekend(day));
        }
        DayOfWeek day = text.weekday(at);
        boolean shortened = !text.isFullWeekday(at);
        if (day == null || shortened && !(text.word(at).capital() && text.is(at - 1, "on", "or", "to"))) {
            return null;
        }
        LocalDate resolved =
                text.isToCome(at) ? from.with(TemporalAdjusters.nextOrSame(day)) : Period.onOrBefore(from, day);
        return Moment.relative(at, at + 1, Period.day(resolved));
    }

    /** "two days ago", "three weeks from today", "in two months" of what is to come, "two days after 5 May". */
    private @Nullable Moment counted(int at) {
        boolean in = text.is(at, "in");
        Moment turned = countedFirst(at);
        if (turned != null) {
            return turned;
        }
        DurationReader.Length length = durations.at(in ? at + 1 : at);
        if (length == null || !length.isOfDays() || isFar(length)) {
            return null;
        }
        int end = length.end();
        if (text.is(at - 1, "within") && text.isToCome(at)) {
            return Moment.relative(at, end, Period.days(from, length.from(from, 1)));
        }
        if (in) {
            return text.isToCome(at) ? Moment.relative(at, end, length.periodFrom(from, 1)) : null;
        }
        if (text.is(end, "ago")) {
            return Moment.relative(at, end + 1, length.periodFrom(from, -1));
        }
        if (text.follows(end, "from", "now")) {
            return Moment.relative(at, end + 2, length.periodFrom(from, 1));
        }
        int sign = text.is(end, "before") ? -1 : text.is(end, "after", "from") ? 1 : 0;
        Moment other = sign == 0 ? null : pointAfter(end + 1);
        return other == null || !other.period().isDay()
                ? null
                : Moment.relative(
                        at, other.end(), Period.day(length.from(other.period().first(), sign)));
    }

    /** "the two past years". */
    private @Nullable Moment countedFirst(int at) {
        TimeText.Number count = text.count(at);
        int step = count == null ? 0 : step(text.lower(count.end()));
        if (count == null
                || step == 0
                || !durations.isUnit(count.end() + 1)
                || !text.lower(count.end() + 1).endsWith("s")) {
            return null;
        }
        DurationReader.Length length = durations.length(count, count.end() + 1);
        return isFar(length) ? null : Moment.relative(at, count.end() + 2, stretch(length, step));
    }

    private Period stretch(DurationReader.Length length, int step) {
        LocalDate far = length.from(from, step);
        return step < 0 ? Period.days(far, from) : Period.days(from.plusDays(1), far);
    }

    /** Whether so long ago no year has four digits. */
    private boolean isFar(DurationReader.Length length) {
        return length.from(from, -1).getYear() < OLDEST_YEAR;
    }

    private @Nullable Moment pointAfter(int at) {
        Moment day = day(at);
        if (day == null) {
            day = dates.at(at);
        }
        if (day == null) {
            day = Holidays.at(text, at);
        }
        if (day == null && text.weekday(at) != null) {
            day = weekday(at);
        }
        return day == null && step(text.lower(at)) != 0 ? stepped(at) : day;
    }
}
