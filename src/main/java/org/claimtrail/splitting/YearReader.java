package org.claimtrail.splitting;

import java.time.Month;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads months, years, their parts, decades and centuries, where the words around show that they are meant. */
final class YearReader {

    /** Words before a month or year that belong to the time they tell. */
    static final Set<String> PREPOSITIONS = Set.of(
            "in",
            "since",
            "by",
            "until",
            "till",
            "from",
            "to",
            "of",
            "before",
            "after",
            "during",
            "through",
            "throughout",
            "for",
            "via",
            "between",
            "early",
            "late",
            "mid",
            "year",
            "than",
            "beginning",
            "starting");

    private static final Set<String> DETERMINERS =
            Set.of("the", "its", "their", "his", "her", "total", "annual", "a", "an", "this");
    /** Prepositions that stand before numbers of things as often as before years. */
    private static final Set<String> COUNTING = Set.of("of", "for", "to", "from", "than", "between", "and");

    private static final Set<String> YEARLY = Set.of(
            "presidential",
            "election",
            "elections",
            "caucus",
            "caucuses",
            "census",
            "summer",
            "winter",
            "season",
            "budget",
            "world",
            "olympic",
            "olympics",
            "annexation",
            "invasion",
            "war",
            "film",
            "report",
            "study",
            "survey",
            "agreement",
            "deal",
            "campaign");
    private static final Map<String, Integer> SEASONS =
            Map.of("spring", 3, "summer", 6, "autumn", 9, "fall", 9, "winter", 12);
    private static final Map<String, Integer> DECADES = Map.of(
            "twenties",
            20,
            "thirties",
            30,
            "forties",
            40,
            "fifties",
            50,
            "sixties",
            60,
            "seventies",
            70,
            "eighties",
            80,
            "nineties",
            90);
    private static final int OLDEST_YEAR = 1500;
    private static final int LIKELY_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int SEASON_MONTHS = 3;
    private static final int QUARTERS = 4;
    private static final int HALVES = 2;
    private static final int HALF_MONTHS = 6;

    private final TimeText text;
    private final DateReader dates;

    YearReader(TimeText text, DateReader dates) {
        this.text = text;
        this.dates = dates;
    }

    /** A month, a year or what is counted in them; bare ones only where asked for or the words around show it. */
    @Nullable
    Moment at(int at, boolean asked) {
        Moment part = partOfYear(at);
        if (part != null) {
            return part;
        }
        Moment decade = decade(at);
        if (decade != null) {
            return decade;
        }
        return text.word(at).isDigits() ? year(at, asked) : month(at, asked);
    }

    private @Nullable Moment month(int at, boolean inRange) {
        Month month = text.month(at);
        boolean asked = inRange
                || PREPOSITIONS.contains(text.lower(at - 1))
                || text.is(at - 1, "-") && PREPOSITIONS.contains(text.lower(at - 2))
                || text.is(at - 1, "the") && PREPOSITIONS.contains(text.lower(at - 2));
        if (month == null || !asked || !isMonth(at)) {
            return null;
        }
        int end = text.isFullMonth(at) ? at + 1 : text.afterName(at);
        return Moment.yearless(at, end, month, 0, text.from, text.isToCome(at));
    }

    /** "may" and "march" are months with a capital, or before a mark; short names only with a capital. */
    private boolean isMonth(int at) {
        boolean word = text.is(at, "may", "march") || !text.isFullMonth(at);
        return text.word(at).capital()
                || !word
                || text.is(at, "may") && !text.word(at + 1).isLetters();
    }

    /** Whether four digits stand where a year does. */
    private @Nullable Moment year(int at, boolean inRange) {
        int year = dates.year(at);
        if (year == TimeText.NONE || !inRange && isPartOfNumber(at)) {
            return null;
        }
        Month month = text.month(at + 1);
        if (month != null && text.isFullMonth(at + 1) && !text.word(at + 2).isDigits() && !text.is(at + 1, "may")) {
            return Moment.fixed(at, at + 2, Period.month(YearMonth.of(year, month)));
        }
        return inRange || isYear(at, year) ? Moment.fixed(at, at + 1, Period.year(year)) : null;
    }

    private boolean isPartOfNumber(int at) {
        boolean before = !text.word(at).spaced()
                && text.is(at - 1, "-", "/", ".", ",", ":", "$", "€", "£", "#", "+")
                && (text.word(at - 2).isDigits() || text.word(at - 2).isLetters() || !text.is(at - 1, "-", "/"));
        boolean behind = !text.word(at + 1).spaced()
                && (text.word(at + 1).isLetters()
                        || text.is(at + 1, "%")
                        || text.is(at + 1, "-", "/", ":") && !text.word(at + 2).spaced());
        return before || behind || text.is(at - 1, "$", "€", "£", "#", "no");
    }

    private boolean isYear(int at, int year) {
        String before = text.lower(at - 1);
        String next = text.lower(at + 1);
        if (COUNTING.contains(before) && isPlural(at + 1)) {
            return false;
        }
        if (year >= OLDEST_YEAR && (PREPOSITIONS.contains(before) || text.is(at - 1, "(") && next.equals(")"))) {
            return true;
        }
        if (year >= OLDEST_YEAR
                && before.equals("the")
                && PREPOSITIONS.contains(text.lower(at - 2))
                && !text.word(at + 1).isLetters()) {
            return true;
        }
        boolean likely = year >= LIKELY_YEAR && year <= LAST_YEAR;
        boolean listed = text.is(at - 1, "and", "or", "but", "not", ",") && dates.year(at - 2) != TimeText.NONE
                || before.equals("not") && dates.year(at - 3) != TimeText.NONE;
        return likely
                && (YEARLY.contains(next)
                        || listed
                        || DETERMINERS.contains(before)
                                && text.word(at + 1).isLetters()
                                && !text.is(at + 1, "or", "and"));
    }

    /** "a survey of 1709 schoolchildren". */
    private boolean isPlural(int at) {
        String word = text.lower(at);
        boolean plural = word.length() > 4 && word.endsWith("s") || word.endsWith("children");
        return plural && text.word(at).spaced() && !text.word(at).capital() && !YEARLY.contains(word);
    }

    private @Nullable Moment decade(int at) {
        int start = text.after(text.after(at, "the"), "'");
        int first = text.digits(start);
        int sAt = text.after(start + 1, "'");
        boolean s = text.is(sAt, "s") && !text.word(sAt + 1).isLetters();
        boolean round = first >= 0 && first % 10 == 0;
        if (s && round && text.lower(start).length() == 4 && dates.year(start) != TimeText.NONE) {
            return Moment.fixed(at, sAt + 1, Period.decade(first));
        }
        if (s && round && text.lower(start).length() == 2 && (start > at || text.is(start - 1, "in"))) {
            return Moment.fixed(at, sAt + 1, Period.decade(LIKELY_YEAR + first));
        }
        Integer named = start > at ? DECADES.get(text.lower(start)) : null;
        if (named != null) {
            return Moment.fixed(at, start + 1, Period.decade(LIKELY_YEAR + named));
        }
        TimeText.Number century = text.ordinal(start);
        return century != null && century.value() > 0 && text.is(century.end(), "century")
                ? Moment.fixed(at, century.end() + 1, Period.century(century.value()))
                : null;
    }

    /** Quarters, halves and seasons with the year they belong to. */
    private @Nullable Moment partOfYear(int at) {
        Integer season = SEASONS.get(text.lower(at));
        if (season == null) {
            Moment lettered = lettered(at);
            return lettered != null ? lettered : spelled(at);
        }
        int yearAt = text.after(at + 1, "of");
        int year = dates.year(yearAt);
        return year == TimeText.NONE
                ? null
                : Moment.fixed(at, yearAt + 1, Period.months(YearMonth.of(year, season), SEASON_MONTHS));
    }

    /** "Q3 2022", "2022 Q3", "H1". */
    private @Nullable Moment lettered(int at) {
        int year = dates.year(at);
        int named = year == TimeText.NONE ? at : text.after(at + 1, "-");
        int number = text.digits(named + 1);
        boolean quarter = text.is(named, "q");
        boolean letter =
                (quarter || text.is(named, "h")) && !text.word(named + 1).spaced();
        return letter && number >= 1 && number <= (quarter ? QUARTERS : HALVES)
                ? part(at, named + 2, quarter, number, year)
                : null;
    }

    /** "the third quarter of 2022", "the first half of this year". */
    private @Nullable Moment spelled(int at) {
        TimeText.Number ordinal = text.ordinal(text.after(at, "the"));
        if (ordinal == null || !isOfYear(ordinal.end() + 1)) {
            return null;
        }
        boolean quarter = text.is(ordinal.end(), "quarter");
        boolean part = quarter || text.is(ordinal.end(), "half");
        return part && ordinal.value() >= 1 && ordinal.value() <= (quarter ? QUARTERS : HALVES)
                ? part(at, ordinal.end() + 1, quarter, ordinal.value(), TimeText.NONE)
                : null;
    }

    private boolean isOfYear(int at) {
        int year = text.after(text.after(at, "of"), "the", "this", "last", "next");
        return year > at && (dates.year(year) != TimeText.NONE || text.is(year, "year"));
    }

    private Moment part(int at, int end, boolean quarter, int number, int knownYear) {
        int yearAt = text.after(text.after(end, "-", "of"), "the", "this", "last", "next");
        int year = knownYear;
        int after = end;
        boolean relative = false;
        if (year == TimeText.NONE) {
            year = dates.year(yearAt);
            after = yearAt + 1;
        }
        if (year == TimeText.NONE) {
            relative = true;
            boolean told = text.is(yearAt, "year") && yearAt > end;
            year = text.from.getYear() + (told ? RelativeReader.step(text.lower(yearAt - 1)) : 0);
            after = told ? yearAt + 1 : end;
        }
        Period period = quarter
                ? Period.quarter(year, number)
                : Period.months(YearMonth.of(year, (number - 1) * HALF_MONTHS + 1), HALF_MONTHS);
        return relative ? Moment.relative(at, after, period) : Moment.fixed(at, after, period);
    }

    /** The first month of a season in the north, or null. */
    static @Nullable Integer season(String name) {
        return SEASONS.get(name);
    }
}
