package org.claimtrail.splitting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a sentence as times are read in it, and the day to count from. */
final class TimeText {

    static final int NONE = -1;

    private static final Map<String, Month> MONTHS = Map.ofEntries(
            Map.entry("january", Month.JANUARY),
            Map.entry("february", Month.FEBRUARY),
            Map.entry("march", Month.MARCH),
            Map.entry("april", Month.APRIL),
            Map.entry("may", Month.MAY),
            Map.entry("june", Month.JUNE),
            Map.entry("july", Month.JULY),
            Map.entry("august", Month.AUGUST),
            Map.entry("september", Month.SEPTEMBER),
            Map.entry("october", Month.OCTOBER),
            Map.entry("november", Month.NOVEMBER),
            Map.entry("december", Month.DECEMBER),
            Map.entry("jan", Month.JANUARY),
            Map.entry("feb", Month.FEBRUARY),
            Map.entry("mar", Month.MARCH),
            Map.entry("apr", Month.APRIL),
            Map.entry("jun", Month.JUNE),
            Map.entry("jul", Month.JULY),
            Map.entry("aug", Month.AUGUST),
            Map.entry("sep", Month.SEPTEMBER),
            Map.entry("sept", Month.SEPTEMBER),
            Map.entry("oct", Month.OCTOBER),
            Map.entry("nov", Month.NOVEMBER),
            Map.entry("dec", Month.DECEMBER));
    private static final Map<String, DayOfWeek> WEEKDAYS = Map.ofEntries(
            Map.entry("monday", DayOfWeek.MONDAY),
            Map.entry("tuesday", DayOfWeek.TUESDAY),
            Map.entry("wednesday", DayOfWeek.WEDNESDAY),
            Map.entry("thursday", DayOfWeek.THURSDAY),
            Map.entry("friday", DayOfWeek.FRIDAY),
            Map.entry("saturday", DayOfWeek.SATURDAY),
            Map.entry("sunday", DayOfWeek.SUNDAY),
            Map.entry("mon", DayOfWeek.MONDAY),
            Map.entry("tue", DayOfWeek.TUESDAY),
            Map.entry("tues", DayOfWeek.TUESDAY),
            Map.entry("wed", DayOfWeek.WEDNESDAY),
            Map.entry("thu", DayOfWeek.THURSDAY),
            Map.entry("thur", DayOfWeek.THURSDAY),
            Map.entry("thurs", DayOfWeek.THURSDAY),
            Map.entry("fri", DayOfWeek.FRIDAY),
            Map.entry("sat", DayOfWeek.SATURDAY),
            Map.entry("sun", DayOfWeek.SUNDAY));
    private static final Map<String, Integer> ORDINALS = Map.ofEntries(
            Map.entry("first", 1),
            Map.entry("second", 2),
            Map.entry("third", 3),
            Map.entry("fourth", 4),
            Map.entry("fifth", 5),
            Map.entry("sixth", 6),
            Map.entry("seventh", 7),
            Map.entry("eighth", 8),
            Map.entry("ninth", 9),
            Map.entry("tenth", 10),
            Map.entry("eleventh", 11),
            Map.entry("twelfth", 12),
            Map.entry("thirteenth", 13),
            Map.entry("fourteenth", 14),
            Map.entry("fifteenth", 15),
            Map.entry("sixteenth", 16),
            Map.entry("seventeenth", 17),
            Map.entry("eighteenth", 18),
            Map.entry("nineteenth", 19),
            Map.entry("twentieth", 20),
            Map.entry("thirtieth", 30));
    private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th");
    private static final Set<String> FUTURE = Set.of(
            "will", "ll", "shall", "scheduled", "due", "plan", "plans", "planned", "expected", "going", "set", "let");
    private static final int LOOK_BACK_WORDS = 10;
    private static final int MAX_NUMBER_DIGITS = 6;
    private static final int TWENTY = 20;

    private final List<TimeWord> words;
    /** The day of publication, or some day where it is not known. */
    final LocalDate from;

    TimeText(List<TimeWord> words, LocalDate from) {
        this.words = words;
        this.from = from;
    }

    int size() {
        return words.size();
    }

    TimeWord word(int at) {
        return at >= 0 && at < words.size() ? words.get(at) : TimeWord.NONE;
    }

    String lower(int at) {
        return word(at).lower();
    }

    boolean is(int at, String... candidates) {
        String lower = lower(at);
        for (String candidate : candidates) {
            if (lower.equals(candidate)) {
                return true;
            }
        }
        return false;
    }

    /** Whether words follow each other from an index on. */
    boolean follows(int at, String... sequence) {
        for (int i = 0; i < sequence.length; i++) {
            if (!lower(at + i).equals(sequence[i])) {
                return false;
            }
        }
        return true;
    }

    /** The index after an optional word. */
    int after(int at, String... optional) {
        return is(at, optional) ? at + 1 : at;
    }

    @Nullable
    Month month(int at) {
        return MONTHS.get(lower(at));
    }

    /** Whether a month's name is not shortened. */
    boolean isFullMonth(int at) {
        return month(at) != null && (lower(at).length() > 4 || is(at, "may", "june", "july"));
    }

    @Nullable
    DayOfWeek weekday(int at) {
        return WEEKDAYS.get(lower(at));
    }

    boolean isFullWeekday(int at) {
        return weekday(at) != null && lower(at).endsWith("day");
    }

    /** The index after the full stop of a shortened name. */
    int afterName(int at) {
        return is(at + 1, ".") && !word(at + 1).spaced() && lower(at).length() <= 5 ? at + 2 : at + 1;
    }

    /** Digits as a number, or {@link #NONE}. */
    int digits(int at) {
        TimeWord word = word(at);
        return word.isDigits() && word.lower().length() <= MAX_NUMBER_DIGITS ? Integer.parseInt(word.lower()) : NONE;
    }

    /** A number read, and the index after it. */
    record Number(int value, int end) {}

    /** "third", "3rd", "twenty-third". */
    @Nullable
    Number ordinal(int at) {
        int digits = digits(at);
        if (digits >= 0) {
            boolean ending =
                    ORDINAL_ENDINGS.contains(lower(at + 1)) && !word(at + 1).spaced();
            return ending ? new Number(digits, at + 2) : null;
        }
        Integer one = ORDINALS.get(lower(at));
        if (one != null) {
            return new Number(one, at + 1);
        }
        Integer tens = tens(at);
        int next = after(at + 1, "-");
        Integer ones = ORDINALS.get(lower(next));
        return tens != null && ones != null && ones < 10 ? new Number(tens + ones, next + 1) : null;
    }

    private @Nullable Integer tens(int at) {
        Integer tens = NumberWords.below100(lower(at));
        return tens != null && tens >= TWENTY && tens % 10 == 0 ? tens : null;
    }

    /** A count in digits or in words below a hundred. */
    @Nullable
    Number count(int at) {
        int digits = digits(at);
        if (digits >= 0) {
            return new Number(digits, at + 1);
        }
        Integer small = word(at).isLetters() ? NumberWords.below100(lower(at)) : null;
        if (small == null) {
            return null;
        }
        int next = after(at + 1, "-");
        Integer ones = tens(at) != null && word(next).isLetters() ? NumberWords.below100(lower(next)) : null;
        return ones != null && ones > 0 && ones < 10 ? new Number(small + ones, next + 1) : new Number(small, at + 1);
    }

    /** Whether the nearest verb before that tells when says that it is still to come. */
    boolean isToCome(int at) {
        for (int i = at - 1; i >= 0 && i >= at - LOOK_BACK_WORDS; i--) {
            String word = lower(i);
            if (FUTURE.contains(word)) {
                return true;
            }
            if (word.equals("said") || word.equals("told") || word.length() > 3 && word.endsWith("ed")) {
                return false;
            }
        }
        return false;
    }
}
