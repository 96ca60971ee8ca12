package org.claimtrail.splitting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.claimtrail.splitting.ClockReader.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Finds the times a sentence names, in one pass, and writes them in ISO 8601; relative ones count from the day of
 * publication.
 */
final class Times {

    /** What sort of time it is. */
    enum Kind {
        /** A point or stretch of the calendar, perhaps with a time of day. */
        DATE,
        CLOCK,
        DURATION,
        /** How often something recurs. */
        REPETITION
    }

    /** A time found; {@code value} is null where it is relative and nothing is known to count from. */
    record Found(int start, int end, @Nullable String value, Kind kind) {

        /** Whether the numbers in it count nothing. */
        boolean isDateOrClock() {
            return kind == Kind.DATE || kind == Kind.CLOCK;
        }
    }

    private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);
    private static final int MONTH_CHARS = "2022-01".length();

    private final TimeText text;
    private final boolean published;
    private final DateReader dates;
    private final YearReader years;
    private final DurationReader durations;
    private final RelativeReader relatives;
    private final ClockReader clocks;
    private final List<Found> found = new ArrayList<>();

    private Times(TimeText text, boolean published) {
        this.text = text;
        this.published = published;
        this.dates = new DateReader(text);
        this.years = new YearReader(text, dates);
        this.durations = new DurationReader(text);
        this.relatives = new RelativeReader(text, dates, durations);
        this.clocks = new ClockReader(text);
    }

    /** The times in a passage, in order, none overlapping another. */
    static List<Found> in(String text, Passage passage, @Nullable LocalDate published) {
        TimeText words = new TimeText(TimeWord.in(text, passage), published == null ? SOME_DAY : published);
        Times times = new Times(words, published != null);
        int at = 0;
        while (at < words.size()) {
            at = Math.max(at + 1, times.at(at));
        }
        return times.found;
    }

    /** Reads what starts at a word; the index after it, or that of the word where nothing does. */
    private int at(int at) {
        TimeWord before = text.word(at - 1);
        if (!text.word(at).spaced() && (before.isLetters() || before.isDigits())) {
            return at;
        }
        DurationReader.Length recurring = durations.every(at);
        if (recurring != null) {
            return repeated(at, recurring);
        }
        String adverb = DurationReader.often(text.word(at));
        if (adverb != null) {
            return add(at, at + 1, "R/" + adverb, Kind.REPETITION);
        }
        Moment moment = range(at);
        if (moment != null) {
            return dated(moment);
        }
        int clock = clock(at);
        if (clock > at) {
            return clock;
        }
        DurationReader.Length length = durations.at(at);
        return length == null ? at : add(at, length.end(), length.iso(), Kind.DURATION);
    }

    /** "every Monday" starts with the first one from the day of publication on. */
    private int repeated(int at, DurationReader.Length recurring) {
        DayOfWeek weekday = text.weekday(recurring.end() - 1);
        String first = weekday == null ? "" : text.from.with(TemporalAdjusters.nextOrSame(weekday)) + "/";
        String value = weekday != null && !published ? null : "R/" + first + recurring.iso();
        return add(at, recurring.end(), value, Kind.REPETITION);
    }

    private int add(int start, int end, @Nullable String value, Kind kind) {
        found.add(new Found(text.word(start).start(), text.word(end - 1).end(), value, kind));
        return end;
    }

    private int add(int start, Moment moment) {
        String value = moment.relative() && !published ? null : moment.period().iso();
        return add(start, moment.end(), value, Kind.DATE);
    }

    /** A point of the calendar, with the time of day that may follow. */
    private int dated(Moment moment) {
        if (moment.period().isDay()) {
            int next = text.after(moment.end(), ",");
            boolean part = text.is(next, "morning", "afternoon", "evening", "night");
            boolean late = clocks.isAfterNoon(next) || clocks.isAfterNoon(moment.end() - 1);
            next = text.after(part ? next + 1 : next, ",");
            int marked = text.after(next, "at", "@", "around", "from", "between", "by", "for", "before", "after");
            Clock clock = clockAt(marked, clocks.isBare(marked));
            if (clock != null) {
                return addClocks(moment.start(), moment, clock, late);
            }
        }
        return add(withPreposition(moment), moment);
    }

    /** "in", "since" and the like belong to a bare month or year. */
    private int withPreposition(Moment moment) {
        String iso = moment.period().iso();
        boolean bare = moment.isYearless() && iso.length() == MONTH_CHARS
                || moment.end() == moment.start() + 1 && text.digits(moment.start()) > 0;
        int before = moment.start() - 1;
        return bare && YearReader.PREPOSITIONS.contains(text.lower(before)) ? before : moment.start();
    }

    /** A time of day or a range of two, with the day that may follow. */
    private int clock(int at) {
        boolean opened = text.is(at, "from", "between");
        Clock clock = clockAt(opened ? at + 1 : at, opened);
        Clock until = clock == null ? null : clockAfter(clock);
        if (clock == null || opened && until == null) {
            return at;
        }
        int end = until == null ? clock.end() : until.end();
        boolean inThe = text.follows(end, "in", "the") && text.is(end + 2, "morning", "afternoon", "evening");
        boolean late = inThe && clocks.isAfterNoon(end + 2);
        end = inThe ? end + 3 : end;
        Moment day = dayAfterClock(end);
        boolean night = day != null && (clocks.isAfterNoon(day.end() - 1) || text.is(day.end() - 1, "morning"));
        if (clock.bare() && (until == null || until.bare()) && !inThe && !night) {
            return at;
        }
        if (day != null) {
            return addClocks(at, day, clock, late || clocks.isAfterNoon(day.end() - 1));
        }
        String value = iso(clock, late) + (until == null ? "" : "/" + iso(until, late));
        return add(at, end, value, Kind.CLOCK);
    }

    /** The day that follows a time of day, with the part of the day named behind it. */
    private @Nullable Moment dayAfterClock(int end) {
        int next = text.follows(end, "local", "time") ? end + 2 : end;
        Moment day = moment(text.after(text.after(next, ","), "on", "of"), false);
        if (day == null || !day.period().isDay()) {
            return null;
        }
        return text.is(day.end(), "morning", "afternoon", "evening", "night") ? day.to(day.end() + 1) : day;
    }

    private static String iso(Clock clock, boolean late) {
        return (late ? clock.afterNoon() : clock).iso();
    }

    /** A time of day; an hour alone where it is asked for or a full one closes the range. */
    private @Nullable Clock clockAt(int at, boolean asked) {
        Clock clock = clocks.at(at);
        if (clock != null) {
            return clock.open() ? withHalfOf(clock) : clock;
        }
        Clock bare = clocks.bare(at);
        if (bare == null) {
            return null;
        }
        Clock until = clockAfter(bare);
        boolean closed = until != null && !until.bare();
        return closed ? withHalfOf(bare) : asked || clocks.isBare(at) && until != null ? bare : null;
    }

    /** "5 to 7 pm" means 5 pm, "11 to 1 pm" does not mean 11 pm. */
    private Clock withHalfOf(Clock clock) {
        Clock until = clockAfter(clock);
        if (until == null || until.open()) {
            return clock;
        }
        Clock later = clock.afterNoon();
        return later.time().isBefore(until.time()) ? later : clock.beforeNoon();
    }

    private @Nullable Clock clockAfter(Clock clock) {
        boolean between = text.is(clock.start() - 1, "between");
        boolean joined = isRange(clock.end()) || between && text.is(clock.end(), "and");
        return joined ? clocks.bare(clock.end() + 1) : null;
    }

    private int addClocks(int start, Moment day, Clock clock, boolean late) {
        Clock until = clockAfter(clock);
        String date = day.period().iso();
        String value = date + iso(clock, late);
        int end = Math.max(day.end(), clock.end());
        if (until != null) {
            value += "/" + date + iso(until, late);
            end = Math.max(end, until.end());
        }
        return add(start, end, day.relative() && !published ? null : value, Kind.DATE);
    }

    private boolean isRange(int at) {
        return text.is(at, "-", "–", "—", "~", "to", "through", "thru", "till", "until");
    }

    /** A point of the calendar or a stretch between two. */
    private @Nullable Moment range(int at) {
        boolean between = text.is(at, "between");
        boolean opened = between || text.is(at, "from");
        int first = opened ? at + 1 : at;
        if (text.word(first).isDigits()
                && !text.word(first).spaced()
                && text.word(first - 2).isDigits()) {
            return null;
        }
        Moment from = moment(first, opened || isRange(first + 1) && isMonthOrYear(first + 2));
        if (from == null) {
            return dayOnlyFirst(at, first, between);
        }
        int joint = from.end();
        if (!isRange(joint) && !(between && text.is(joint, "and"))) {
            return opened ? null : from;
        }
        int second = text.after(joint + 1, "the");
        Moment to = moment(joint + 1, true);
        if (to == null) {
            to = dayOnlySecond(from, second);
        }
        Moment range = to == null ? null : joined(at, from, to);
        return range != null ? range : opened ? null : from;
    }

    private boolean isMonthOrYear(int at) {
        return text.month(at) != null || dates.year(at) != TimeText.NONE;
    }

    /** "5 to 8 May": the first day has the month of the second. */
    private @Nullable Moment dayOnlyFirst(int at, int first, boolean between) {
        int dayAt = text.after(first, "the");
        TimeText.Number day = text.ordinal(dayAt);
        if (day == null && text.digits(dayAt) > 0 && text.lower(dayAt).length() <= 2) {
            day = new TimeText.Number(text.digits(dayAt), dayAt + 1);
        }
        if (day == null || !isRange(day.end()) && !(between && text.is(day.end(), "and"))) {
            return null;
        }
        Moment to = dates.at(day.end() + 1);
        if (to == null
                || !to.period().isDay()
                || text.month(day.end() + 1) != null
                || text.weekday(day.end() + 1) != null) {
            return null;
        }
        LocalDate last = to.period().first();
        YearMonth month = YearMonth.from(last).minusMonths(day.value() >= last.getDayOfMonth() ? 1 : 0);
        return month.isValidDay(day.value())
                ? new Moment(at, to.end(), Period.days(month.atDay(day.value()), last), to.relative(), null, 0)
                : null;
    }

    /** "May 5-8": the second day has the month of the first, or the next one. */
    private @Nullable Moment dayOnlySecond(Moment from, int at) {
        TimeText.Number day = text.ordinal(at);
        int digits = text.digits(at);
        if (day == null && digits > 0 && text.lower(at).length() <= 2 && !isCounted(at + 1)) {
            day = new TimeText.Number(digits, at + 1);
        }
        Month named = from.month();
        boolean dated = from.period().isDay() && (named != null || !from.relative());
        if (day == null || !dated) {
            return null;
        }
        int yearAt = text.after(day.end(), ",");
        int year = named == null ? TimeText.NONE : dates.year(yearAt);
        LocalDate first =
                (year == TimeText.NONE ? from : from.inYear(year)).period().first();
        YearMonth month = YearMonth.from(first).plusMonths(day.value() <= first.getDayOfMonth() ? 1 : 0);
        if (!month.isValidDay(day.value())) {
            return null;
        }
        Period last = Period.day(month.atDay(day.value()));
        return year == TimeText.NONE
                ? new Moment(at, day.end(), last, from.relative(), null, 0)
                : Moment.fixed(at, yearAt + 1, last);
    }

    private boolean isCounted(int at) {
        return DateReader.COUNTED.contains(text.lower(at)) || text.is(at, ":", ".", "am", "pm", "a", "p");
    }

    private @Nullable Moment joined(int at, Moment first, Moment second) {
        Moment from = first;
        Moment to = second;
        if (from.isYearless() && !to.relative()) {
            from = from.inYear(to.period().first().getYear());
            if (from.period().first().isAfter(to.period().first())) {
                from = first.inYear(to.period().first().getYear() - 1);
            }
        } else if (to.isYearless()) {
            int year = from.period().first().getYear();
            boolean relative = from.relative();
            to = second.inYear(year);
            if (to.period().first().isBefore(from.period().first())) {
                to = second.inYear(year + 1);
            }
            to = new Moment(to.start(), to.end(), to.period(), relative, null, 0);
        } else if (text.weekday(to.start()) != null
                && to.period().first().isBefore(from.period().first())) {
            to = Moment.relative(
                    to.start(), to.end(), Period.day(to.period().first().plusWeeks(1)));
        }
        return to.period().first().isBefore(from.period().first())
                ? null
                : new Moment(
                        at,
                        to.end(),
                        Period.between(from.period(), to.period()),
                        from.relative() || to.relative(),
                        null,
                        0);
    }

    /** A point of the calendar; a bare month or year where it is asked for or the words around show it. */
    private @Nullable Moment moment(int at, boolean asked) {
        if (asked && text.is(at, "now")) {
            return Moment.relative(at, at + 1, Period.day(text.from));
        }
        Moment moment = dates.at(at);
        if (moment == null) {
            moment = Holidays.at(text, at);
        }
        if (moment == null) {
            moment = relatives.at(at);
        }
        return moment == null ? years.at(at, asked) : moment;
    }
}
