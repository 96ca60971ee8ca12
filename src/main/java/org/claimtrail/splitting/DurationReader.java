package org.claimtrail.splitting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how long something takes: a number and a unit of time, or several from the longest to the shortest. */
final class DurationReader {

    /** Units of time, the longest first; a decade counts as years, a fortnight as weeks, a night as a day. */
    private enum Unit {
        CENTURY(100, 'Y', ChronoUnit.YEARS),
        DECADE(10, 'Y', ChronoUnit.YEARS),
        YEAR(1, 'Y', ChronoUnit.YEARS),
        MONTH(1, 'M', ChronoUnit.MONTHS),
        FORTNIGHT(2, 'W', ChronoUnit.WEEKS),
        WEEK(1, 'W', ChronoUnit.WEEKS),
        DAY(1, 'D', ChronoUnit.DAYS),
        HOUR(1, 'H', ChronoUnit.HOURS),
        MINUTE(1, 'M', ChronoUnit.MINUTES),
        SECOND(1, 'S', ChronoUnit.SECONDS);

        private final int times;
        private final char letter;
        private final ChronoUnit calendar;

        Unit(int times, char letter, ChronoUnit calendar) {
            this.times = times;
            this.letter = letter;
            this.calendar = calendar;
        }

        boolean isOfDays() {
            return compareTo(HOUR) < 0;
        }
    }

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("century", Unit.CENTURY),
            Map.entry("centuries", Unit.CENTURY),
            Map.entry("decade", Unit.DECADE),
            Map.entry("decades", Unit.DECADE),
            Map.entry("year", Unit.YEAR),
            Map.entry("years", Unit.YEAR),
            Map.entry("yr", Unit.YEAR),
            Map.entry("yrs", Unit.YEAR),
            Map.entry("month", Unit.MONTH),
            Map.entry("months", Unit.MONTH),
            Map.entry("fortnight", Unit.FORTNIGHT),
            Map.entry("fortnights", Unit.FORTNIGHT),
            Map.entry("week", Unit.WEEK),
            Map.entry("weeks", Unit.WEEK),
            Map.entry("day", Unit.DAY),
            Map.entry("days", Unit.DAY),
            Map.entry("night", Unit.DAY),
            Map.entry("nights", Unit.DAY),
            Map.entry("hour", Unit.HOUR),
            Map.entry("hours", Unit.HOUR),
            Map.entry("hr", Unit.HOUR),
            Map.entry("hrs", Unit.HOUR),
            Map.entry("minute", Unit.MINUTE),
            Map.entry("minutes", Unit.MINUTE),
            Map.entry("min", Unit.MINUTE),
            Map.entry("mins", Unit.MINUTE),
            Map.entry("second", Unit.SECOND),
            Map.entry("seconds", Unit.SECOND),
            Map.entry("sec", Unit.SECOND),
            Map.entry("secs", Unit.SECOND));
    /** Words after which "a year" lasts; elsewhere it mostly means "each year". */
    private static final Set<String> BEFORE_A = Set.of(
            "for", "in", "within", "over", "after", "about", "nearly", "almost", "than", "last", "lasts", "lasted",
            "take", "takes", "took", "spent", "spend", "not", "is");

    /** One number and its unit. */
    private record Part(double count, Unit unit, int end) {}

    /** How long, as read from the words between two indexes. */
    record Length(int start, int end, List<Part> parts) {

        /** ISO 8601; weeks become days where they do not stand alone. */
        String iso() {
            StringBuilder days = new StringBuilder("P");
            StringBuilder clock = new StringBuilder();
            for (Part part : parts) {
                boolean weeks = part.unit.letter == 'W' && parts.size() > 1;
                double count = part.count * part.unit.times * (weeks ? 7 : 1);
                StringBuilder half = part.unit.isOfDays() ? days : clock;
                half.append(number(count)).append(weeks ? 'D' : part.unit.letter);
            }
            return clock.length() == 0
                    ? days.toString()
                    : days.append('T').append(clock).toString();
        }

        private static String number(double count) {
            return count == Math.rint(count) ? String.valueOf((long) count) : String.valueOf(count);
        }

        boolean isOfDays() {
            return parts.stream().allMatch(part -> part.unit.isOfDays() && part.count == Math.rint(part.count));
        }

        /** The day that lies so far from another; backwards with a negative sign. */
        LocalDate from(LocalDate day, int sign) {
            LocalDate result = day;
            for (Part part : parts) {
                result = result.plus(sign * (long) (part.count * part.unit.times), part.unit.calendar);
            }
            return result;
        }

        /** What lies so far from a day, no more exact than the shortest unit. */
        Period periodFrom(LocalDate day, int sign) {
            LocalDate then = from(day, sign);
            return switch (parts.get(parts.size() - 1).unit) {
                case CENTURY, DECADE, YEAR -> Period.year(then.getYear());
                case MONTH -> Period.month(java.time.YearMonth.from(then));
                case FORTNIGHT, WEEK -> Period.week(then);
                default -> Period.day(then);
            };
        }

        boolean isDays() {
            return parts.get(parts.size() - 1).unit == Unit.DAY;
        }
    }

    private static final Map<String, String> OFTEN = Map.of(
            "hourly",
            "PT1H",
            "daily",
            "P1D",
            "weekly",
            "P1W",
            "monthly",
            "P1M",
            "quarterly",
            "P3M",
            "yearly",
            "P1Y",
            "annual",
            "P1Y",
            "annually",
            "P1Y");
    private static final int QUARTER_MONTHS = 3;
    private static final int HALF_HOUR_MINUTES = 30;
    private static final double HALF = 0.5;
    private static final int MAX_COUNT = 9999;
    /** "the World Cup 2018 day five" lasts no 2018 days. */
    private static final int YEAR_LIKE = 1000;

    private final TimeText text;

    DurationReader(TimeText text) {
        this.text = text;
    }

    /** A length of time whose first number starts here, or null. */
    @Nullable
    Length at(int at) {
        if (text.follows(at, "half", "an", "hour")) {
            return new Length(at, at + 3, List.of(new Part(HALF_HOUR_MINUTES, Unit.MINUTE, at + 3)));
        }
        Part part = part(at);
        if (part == null || text.is(part.end, "old") || text.is(part.end, "-") && text.is(part.end + 1, "old")) {
            return null;
        }
        List<Part> parts = new ArrayList<>();
        while (part != null && (parts.isEmpty() || part.unit.compareTo(parts.get(parts.size() - 1).unit) > 0)) {
            parts.add(part);
            part = counted(text.after(part.end, "and"));
        }
        return new Length(at, parts.get(parts.size() - 1).end, parts);
    }

    /** Whether a unit of days or longer is named. */
    boolean isUnit(int at) {
        Unit unit = UNITS.get(text.lower(at));
        return unit != null && unit.isOfDays();
    }

    /** So many of the unit named at an index. */
    Length length(TimeText.Number count, int unitAt) {
        Unit unit = java.util.Objects.requireNonNull(UNITS.get(text.lower(unitAt)));
        return new Length(unitAt, unitAt + 1, List.of(new Part(count.value(), unit, unitAt + 1)));
    }

    /** One week, month, year or decade, or null where another unit is named. */
    @Nullable
    Length one(int unitAt) {
        return text.is(unitAt, "week", "month", "year", "decade")
                ? length(new TimeText.Number(1, unitAt), unitAt)
                : null;
    }

    private @Nullable Part part(int at) {
        if (text.is(at, "a", "an") && (BEFORE_A.contains(text.lower(at - 1)) || text.is(at + 2, "ago", "and"))) {
            Unit unit = UNITS.get(text.lower(at + 1));
            boolean ordinal = unit == Unit.SECOND && text.word(at + 2).isLetters();
            return unit == null || ordinal ? null : withHalf(1, unit, at + 2);
        }
        Unit other = text.is(at, "another") ? UNITS.get(text.lower(at + 1)) : null;
        return other == null ? counted(at) : new Part(1, other, at + 2);
    }

    private @Nullable Part counted(int at) {
        TimeText.Number number = text.count(at);
        if (number == null || number.value() > MAX_COUNT || isInsideNumber(at)) {
            return null;
        }
        double count = number.value();
        int end = number.end();
        int fraction = text.digits(end + 1);
        if (text.word(at).isDigits()
                && text.is(end, ".")
                && fraction >= 0
                && !text.word(end + 1).spaced()) {
            count = Double.parseDouble(text.lower(at) + "." + text.lower(end + 1));
            end += 2;
        } else if (text.follows(end, "and", "a", "half")) {
            count += HALF;
            end += 3;
        } else if (text.follows(end, "and", "half")) {
            count += HALF;
            end += 2;
        }
        boolean hours = text.is(end, "h") && !text.word(end).spaced();
        Unit unit = hours ? Unit.HOUR : UNITS.get(text.lower(text.after(end, "-")));
        boolean year = count >= YEAR_LIKE && !text.lower(end).endsWith("s");
        return unit == null || year || text.is(end, "second") && text.ordinal(end) != null && count != 1
                ? null
                : withHalf(count, unit, text.after(end, "-") + 1);
    }

    /** Whether the digits are the tail of a longer number: "1,000 years", "$5". */
    private boolean isInsideNumber(int at) {
        return text.word(at).isDigits()
                && !text.word(at).spaced()
                && text.is(at - 1, ",", ".", ":", "/", "$", "€", "£")
                && at > 1;
    }

    private Part withHalf(double count, Unit unit, int end) {
        if (text.follows(end, "and", "a", "half")) {
            return new Part(count + HALF, unit, end + 3);
        }
        boolean half = text.follows(end, "and", "half") && !text.is(end + 2, "a", "an");
        return half ? new Part(count + HALF, unit, end + 2) : new Part(count, unit, end);
    }

    /** The length of what "daily" or "annual" things recur in, or null; with a capital it may be a name. */
    static @Nullable String often(TimeWord word) {
        return word.capital() ? null : OFTEN.get(word.lower());
    }

    /** The length that recurs: of "every", "each" and what follows, or of "once a week". */
    @Nullable
    Length every(int at) {
        boolean once = text.is(at, "once", "twice") && text.is(at + 1, "a");
        if (!once && !text.is(at, "every", "each")) {
            return null;
        }
        int next = once ? at + 2 : text.after(at + 1, "other");
        if (!once && text.is(next, "quarter")) {
            return new Length(at, next + 1, List.of(new Part(QUARTER_MONTHS, Unit.MONTH, next + 1)));
        }
        Unit unit = UNITS.get(text.lower(next));
        if (unit != null) {
            return new Length(at, next + 1, List.of(new Part(text.is(at + 1, "other") ? 2 : 1, unit, next + 1)));
        }
        if (!once && text.weekday(next) != null) {
            return new Length(at, next + 1, List.of(new Part(next > at + 1 ? 2 : 1, Unit.WEEK, next + 1)));
        }
        Length length = once ? null : at(next);
        return length == null ? null : new Length(at, length.end, length.parts);
    }
}
