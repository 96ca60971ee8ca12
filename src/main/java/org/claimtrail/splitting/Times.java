package org.claimtrail.splitting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates and resolves the relative ones against the day of publication; a past day unless the words say next. */
final class Times {

    /** A time found; {@code value} is null where it is relative and nothing is known to count from. */
    record Found(int start, int end, @Nullable String value) {}

    private static final String MONTH =
            "(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String WEEKDAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
    private static final String COUNT = "(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)";

    private interface Reading {
        @Nullable
        String value(Matcher matcher, @Nullable LocalDate from);
    }

    /** What a sentence must hold at all before a rule is worth trying: most sentences name no time. */
    private enum Trigger {
        DIGIT,
        DAY("day", "night", "tomorrow", "speak", "this morning", "this afternoon", "this evening"),
        PERIOD("week", "month", "year"),
        MONTH(
                "january",
                "february",
                "march",
                "april",
                "may",
                "june",
                "july",
                "august",
                "september",
                "october",
                "november",
                "december");

        private final List<String> words;

        Trigger(String... words) {
            this.words = List.of(words);
        }

        boolean isIn(String text) {
            return this == DIGIT
                    ? text.chars().anyMatch(c -> c >= '0' && c <= '9')
                    : words.stream().anyMatch(text::contains);
        }
    }

    private record Rule(Trigger trigger, Pattern pattern, Reading reading) {
        Rule(String regex, Reading reading) {
            this(Trigger.DIGIT, regex, reading);
        }

        Rule(Trigger trigger, String regex, Reading reading) {
            this(trigger, Pattern.compile("(?<![\\p{L}\\d])" + regex + "(?![\\p{L}\\d])"), reading);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "(?:" + WEEKDAY + ",? )?(?:\\()?" + MONTH + " " + DAY + ",? (\\d{4})\\)?",
                    (m, from) -> date(m.group(4), m.group(2), m.group(3))),
            new Rule(
                    "(?:" + WEEKDAY + ",? )?" + DAY + "(?: of)? " + MONTH + ",? (\\d{4})",
                    (m, from) -> date(m.group(4), m.group(3), m.group(2))),
            new Rule("(\\d{4})-(\\d{2})-(\\d{2})", (m, from) -> isoDate(m.group())),
            new Rule(
                    MONTH + ",? (?:of )?(\\d{4})",
                    (m, from) -> m.group(2) + "-" + two(month(m.group(1)).getValue())),
            new Rule(
                    "(?:" + WEEKDAY + ",? )?(?:the )?" + MONTH + " " + DAY + "(?![,.:]?\\d)",
                    (m, from) -> nearest(from, m.group(2), m.group(3))),
            new Rule(
                    "(?:" + WEEKDAY + ",? )?(?:the )?" + DAY + "(?: of)? " + MONTH,
                    (m, from) -> nearest(from, m.group(3), m.group(2))),
            new Rule(
                    Trigger.DAY,
                    "(?:(next|last|this|coming|past) )?" + WEEKDAY,
                    (m, from) -> weekday(from, m.group(1), m.group(2))),
            new Rule(
                    Trigger.DAY,
                    "(?:as we speak|today|tonight|this (?:morning|afternoon|evening))",
                    (m, from) -> day(from, 0)),
            new Rule(Trigger.DAY, "(?:yesterday|last night)", (m, from) -> day(from, -1)),
            new Rule(Trigger.DAY, "tomorrow", (m, from) -> day(from, 1)),
            new Rule(
                    Trigger.PERIOD,
                    "(?:(?:earlier|later) )?(this|last|next|previous|subsequent|following|past|coming) (week|month|year|weekend)",
                    (m, from) -> period(from, step(m.group(1)), m.group(2))),
            new Rule(
                    Trigger.PERIOD,
                    COUNT + " (day|week|month|year)s? ago",
                    (m, from) -> ago(from, m.group(1), m.group(2))),
            new Rule(
                    Trigger.MONTH,
                    "(?:(?:in|by|of|until|till|during|through|throughout|for|from|since|via|early|late|mid|last|this|next) )"
                            + "(january|february|march|april|june|july|august|september|october|november|december)",
                    (m, from) -> nearestMonth(from, m.group(), m.group(1))),
            new Rule(
                    Trigger.MONTH,
                    "(?:last|next|this|in|since|by|until|early|late|via) may(?= ?[,.;)]|$)",
                    (m, from) -> nearestMonth(from, m.group(), "may")),
            new Rule(
                    "(?:the |early |late |mid-)?((?:1[89]|20)\\d0)'?s",
                    (m, from) -> m.group(1) + "/" + m.group(1).substring(0, 3) + "9"),
            new Rule(
                    "(?:in|since|by|until|till|from|to|of|before|after|during|early|late|mid|and|for|through|year|between|-|–) ?((?:1[5-9]|20)\\d{2})(?![,.:]\\d|[\\p{L}%-]| ?(?:people|percent|per|million|billion|men|women|troops|soldiers|meters|metres|km|miles|dollars|euros|votes|deaths|cases))",
                    (m, from) -> m.group(1)),
            new Rule(
                    "((?:19|20)\\d{2})(?= (?:presidential|elections?|caucus(?:es)?|census|summer|winter|season|budget|world|olympic|annexation|invasion|war|film|report|study|survey|agreement|deal))",
                    (m, from) -> m.group(1)),
            new Rule(
                    "(?:the|its|their|his|her|total|annual|a|an) ((?:19|20)\\d{2})(?= \\p{L})(?! (?:people|men|women|troops|soldiers|dollars|euros|votes|deaths|cases|other|more|or|and|km|miles|meters|metres))",
                    (m, from) -> m.group(1)),
            new Rule("\\(((?:1[5-9]|20)\\d{2})\\)", (m, from) -> m.group(1)));

    private Times() {}

    /** The times in a passage, in order, none overlapping another. */
    static List<Found> in(String text, Passage passage, @Nullable LocalDate published) {
        String words =
                Tokenizer.straight(passage.in(text)).toLowerCase(Locale.ROOT).replace('\u00A0', ' ');
        List<Found> found = new ArrayList<>();
        if (words.length() != passage.end() - passage.start()) {
            return found;
        }
        Set<Trigger> triggers = EnumSet.noneOf(Trigger.class);
        for (Trigger trigger : Trigger.values()) {
            if (trigger.isIn(words)) {
                triggers.add(trigger);
            }
        }
        if (triggers.isEmpty()) {
            return found;
        }
        boolean[] taken = new boolean[words.length()];
        for (Rule rule : RULES) {
            if (!triggers.contains(rule.trigger())) {
                continue;
            }
            Matcher matcher = rule.pattern().matcher(words);
            while (matcher.find()) {
                if (!isTaken(taken, matcher.start(), matcher.end())) {
                    String value = rule.reading().value(matcher, published);
                    if (value != null || published == null) {
                        java.util.Arrays.fill(taken, matcher.start(), matcher.end(), true);
                        found.add(new Found(passage.start() + matcher.start(), passage.start() + matcher.end(), value));
                    }
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    private static boolean isTaken(boolean[] taken, int start, int end) {
        for (int i = start; i < end; i++) {
            if (taken[i]) {
                return true;
            }
        }
        return false;
    }

    static Month month(String name) {
        String three = name.substring(0, 3).toLowerCase(Locale.ROOT);
        for (Month month : Month.values()) {
            if (month.name().toLowerCase(Locale.ROOT).startsWith(three)) {
                return month;
            }
        }
        throw new IllegalArgumentException("not a month: " + name);
    }

    private static @Nullable String date(String year, String month, String day) {
        YearMonth of = YearMonth.of(Integer.parseInt(year), month(month));
        int number = Integer.parseInt(day);
        return of.isValidDay(number) ? of.atDay(number).toString() : null;
    }

    private static @Nullable String isoDate(String date) {
        try {
            return LocalDate.parse(date).toString();
        } catch (java.time.format.DateTimeParseException e) {
            return null;
        }
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : "" + number;
    }

    private static @Nullable String day(@Nullable LocalDate from, int days) {
        return from == null ? null : from.plusDays(days).toString();
    }

    private static @Nullable String nearest(@Nullable LocalDate from, String month, String day) {
        int number = Integer.parseInt(day);
        if (from == null || number < 1 || number > month(month).maxLength()) {
            return null;
        }
        LocalDate best = null;
        for (int year = from.getYear() - 1; year <= from.getYear() + 1; year++) {
            YearMonth of = YearMonth.of(year, month(month));
            if (of.isValidDay(number)) {
                LocalDate date = of.atDay(number);
                if (best == null || distance(from, date) < distance(from, best)) {
                    best = date;
                }
            }
        }
        return best == null ? null : best.toString();
    }

    private static long distance(LocalDate from, LocalDate date) {
        return Math.abs(from.toEpochDay() - date.toEpochDay());
    }

    /** The month last named "April" where the words say last, the next one where they say next, else the nearest. */
    private static @Nullable String nearestMonth(@Nullable LocalDate from, String words, String name) {
        if (from == null) {
            return null;
        }
        Month month = month(name);
        if (words.startsWith("last") || words.startsWith("next")) {
            YearMonth of = YearMonth.of(from.getYear(), month);
            YearMonth now = YearMonth.from(from);
            if (words.startsWith("last")) {
                return (of.isBefore(now) ? of : of.minusYears(1)).toString();
            }
            return (of.isAfter(now) ? of : of.plusYears(1)).toString();
        }
        String nearest = nearest(from, name, "15");
        return nearest == null ? null : nearest.substring(0, 7);
    }

    private static @Nullable String weekday(@Nullable LocalDate from, @Nullable String which, String name) {
        if (from == null) {
            return null;
        }
        DayOfWeek day = DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
        int back = (from.getDayOfWeek().getValue() - day.getValue() + 7) % 7;
        if ("next".equals(which) || "coming".equals(which)) {
            return from.plusDays(7 - back).toString();
        }
        return from.minusDays("last".equals(which) && back == 0 ? 7 : back).toString();
    }

    private static int step(String word) {
        return switch (word) {
            case "last", "previous", "past" -> -1;
            case "next", "subsequent", "following", "coming" -> 1;
            default -> 0;
        };
    }

    private static @Nullable String period(@Nullable LocalDate from, int step, String unit) {
        if (from == null) {
            return null;
        }
        return switch (unit) {
            case "year" -> String.valueOf(from.getYear() + step);
            case "month" -> YearMonth.from(from).plusMonths(step).toString();
            default -> week(from.plusWeeks(step));
        };
    }

    private static String week(LocalDate date) {
        return date.get(IsoFields.WEEK_BASED_YEAR) + "-W" + two(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static @Nullable String ago(@Nullable LocalDate from, String count, String unit) {
        if (from == null) {
            return null;
        }
        int number = NumberWords.small(count);
        return switch (unit) {
            case "day" -> from.minusDays(number).toString();
            case "week" -> week(from.minusWeeks(number));
            case "month" -> YearMonth.from(from).minusMonths(number).toString();
            default -> String.valueOf(from.getYear() - number);
        };
    }
}
