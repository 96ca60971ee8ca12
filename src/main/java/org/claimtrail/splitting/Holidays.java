package org.claimtrail.splitting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Days with a name of their own that fall on the same date in every country that keeps them. */
final class Holidays {

    private static final Map<String, MonthDay> FIXED = Map.ofEntries(
            Map.entry("christmas", MonthDay.of(Month.DECEMBER, 25)),
            Map.entry("christmas day", MonthDay.of(Month.DECEMBER, 25)),
            Map.entry("christmas eve", MonthDay.of(Month.DECEMBER, 24)),
            Map.entry("boxing day", MonthDay.of(Month.DECEMBER, 26)),
            Map.entry("new year ' s day", MonthDay.of(Month.JANUARY, 1)),
            Map.entry("new year day", MonthDay.of(Month.JANUARY, 1)),
            Map.entry("new year ' s eve", MonthDay.of(Month.DECEMBER, 31)),
            Map.entry("halloween", MonthDay.of(Month.OCTOBER, 31)),
            Map.entry("valentine ' s day", MonthDay.of(Month.FEBRUARY, 14)),
            Map.entry("st . patrick ' s day", MonthDay.of(Month.MARCH, 17)),
            Map.entry("saint patrick ' s day", MonthDay.of(Month.MARCH, 17)),
            Map.entry("juneteenth", MonthDay.of(Month.JUNE, 19)),
            Map.entry("earth day", MonthDay.of(Month.APRIL, 22)),
            Map.entry("may day", MonthDay.of(Month.MAY, 1)),
            Map.entry("international workers ' day", MonthDay.of(Month.MAY, 1)));
    private static final Map<String, Integer> AFTER_EASTER =
            Map.of("easter", 0, "easter sunday", 0, "easter monday", 1, "good friday", -2);
    private static final Map<String, Integer> AFTER_THANKSGIVING = Map.of("thanksgiving", 0, "black friday", 1);
    private static final int MAX_WORDS = 5;
    private static final int FOURTH = 4;

    private Holidays() {}

    /** The holiday named here with its year, or the one nearest to publication; null where none is named. */
    static @Nullable Moment at(TimeText text, int at) {
        int which = text.after(at, "last", "next", "this", "previous", "following");
        if (!text.word(which).isLetters()) {
            return null;
        }
        for (int words = MAX_WORDS; words > 0; words--) {
            String name = name(text, which, words);
            if (on(name, text.from.getYear()) != null) {
                return dated(text, at, which, which + words, name);
            }
        }
        return null;
    }

    private static String name(TimeText text, int at, int words) {
        StringBuilder name = new StringBuilder(text.lower(at));
        for (int i = 1; i < words; i++) {
            name.append(' ').append(text.lower(at + i));
        }
        return name.toString();
    }

    private static @Nullable Moment dated(TimeText text, int at, int which, int end, String name) {
        int year = text.lower(end).length() == 4 ? text.digits(end) : TimeText.NONE;
        if (year > 0) {
            LocalDate day = on(name, year);
            return day == null ? null : Moment.fixed(at, end + 1, Period.day(day));
        }
        int step = which == at ? 0 : RelativeReader.step(text.lower(at));
        LocalDate best = null;
        for (int candidate = text.from.getYear() - 1; candidate <= text.from.getYear() + 1; candidate++) {
            LocalDate day = on(name, candidate);
            boolean there = day != null
                    && (step == 0 || (step < 0 ? day.isBefore(text.from) : day.isAfter(text.from)))
                    && (best == null || distance(text, day) < distance(text, best));
            best = there ? day : best;
        }
        return best == null ? null : Moment.relative(at, end, Period.day(best));
    }

    private static long distance(TimeText text, LocalDate day) {
        return Math.abs(day.toEpochDay() - text.from.toEpochDay());
    }

    private static @Nullable LocalDate on(String name, int year) {
        MonthDay fixed = FIXED.get(name);
        if (fixed != null) {
            return fixed.atYear(year);
        }
        Integer days = AFTER_EASTER.get(name);
        if (days != null) {
            return easter(year).plusDays(days);
        }
        Integer after = AFTER_THANKSGIVING.get(name);
        return after == null
                ? null
                : LocalDate.of(year, Month.NOVEMBER, 1)
                        .with(TemporalAdjusters.dayOfWeekInMonth(FOURTH, DayOfWeek.THURSDAY))
                        .plusDays(after);
    }

    /** Easter Sunday of the Gregorian calendar, by the anonymous algorithm in J. Meeus, Astronomical Algorithms. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int monthAndDay = h + l - 7 * m + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
