package org.claimtrail.measuring;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One resolution of an expected time, and when a value in ISO 8601 agrees with it:
 *
 * <ul>
 *   <li>a date or a moment: the same; where the words count weeks, months or years, the week, month or year it lies in;
 *   <li>a range: a period that begins and ends with it, the last day, month or year named taken in or not (the data take
 *       it in for some and leave it out for others); a range open at one side: a period with an end at its bound;
 *   <li>a part of a week, month or year ("2018-W22" or "XXXX-07" in TIMEX for "earlier this week" or "late July"): the
 *       whole that TIMEX names and that holds its beginning;
 *   <li>a season ("2016-SU" in TIMEX): its three months in the north;
 *   <li>a part of a day ("TMO" and the like in TIMEX, nothing in ISO 8601): its day;
 *   <li>a duration: its TIMEX value; a set: {@code R/} and its TIMEX value, or for a day of the week
 *       ("XXXX-WXX-5" in TIMEX) {@code R/}, such a day and the length after which it recurs.
 * </ul>
 */
record DateTimeAnswer(String words, String type, String timex, String value, String start, String end) {

    private static final Pattern COUNTED = Pattern.compile("\\b(?:week|month|year|decade)s?\\b");
    private static final Pattern PART_OF_DAY = Pattern.compile("T(?:MO|AF|EV|NI|DT|NT|MI)$");
    private static final Pattern WEEKLY = Pattern.compile("R/(\\d{4}-\\d{2}-\\d{2})/P\\dW");
    private static final Map<String, Integer> SEASONS = Map.of("SP", 3, "SU", 6, "FA", 9, "WI", 12);
    private static final int SEASON_CHARS = "2016-SU".length();
    private static final int DAY_CHARS = "2016-11-07".length();

    static DateTimeAnswer of(String words, JsonNode resolution) {
        return new DateTimeAnswer(
                words,
                resolution.path("type").asString(""),
                resolution.path("timex").asString(""),
                resolution.path("value").asString(""),
                resolution.path("start").asString(""),
                resolution.path("end").asString(""));
    }

    /** Whether a value of ours, ISO 8601, says the same. */
    boolean agrees(String ours) {
        return switch (type) {
            case "duration" -> ours.equals(timex);
            case "set" -> ours.equals("R/" + timex) || isWeekly(ours);
            case "date", "time", "datetime" -> isMoment(ours);
            default -> value.indexOf(':') > 0 ? isMoment(ours) : isRange(ours) || isWhole(ours) || isDayOfPart(ours);
        };
    }

    private boolean isMoment(String ours) {
        IsoPeriod period = IsoPeriod.of(ours);
        String moment = moment(value);
        return period != null
                && (period.from().equals(moment) && period.isPoint()
                        || COUNTED.matcher(words).find() && period.holds(moment));
    }

    private boolean isRange(String ours) {
        IsoPeriod period = IsoPeriod.of(ours);
        if (period == null) {
            return false;
        }
        String from = moment(start);
        String to = moment(end);
        if (from.isEmpty() || to.isEmpty()) {
            String bound = from + to;
            return period.from().equals(bound)
                    || period.lastFrom().equals(bound)
                    || period.to().equals(bound);
        }
        return period.from().equals(from)
                && (period.to().equals(to) || period.lastFrom().equals(to));
    }

    private boolean isWhole(String ours) {
        Integer season = SEASONS.get(timex.substring(Math.max(0, timex.length() - 2)));
        IsoPeriod period = IsoPeriod.of(ours);
        if (period == null) {
            return false;
        }
        if (season != null && timex.length() == SEASON_CHARS) {
            return ours.startsWith(
                    String.format(Locale.ROOT, "%s-%02d/", timex.substring(0, timex.length() - 3), season));
        }
        boolean alike = ours.matches(timex.replaceAll("[^\\dXW-]", "").replace("X", "\\d"));
        return alike && (start.isEmpty() || period.holds(moment(start)));
    }

    private boolean isWeekly(String ours) {
        Matcher weekly = WEEKLY.matcher(ours);
        return timex.startsWith("XXXX-WXX-")
                && weekly.matches()
                && timex.endsWith(
                        "-" + LocalDate.parse(weekly.group(1)).getDayOfWeek().getValue());
    }

    private boolean isDayOfPart(String ours) {
        return PART_OF_DAY.matcher(timex).find()
                && start.length() > DAY_CHARS
                && ours.equals(start.substring(0, DAY_CHARS));
    }

    /** "2016-11-07 08:00:00" as 2016-11-07T08:00, "08:00:00" as T08:00; midnight as the day. */
    private static String moment(String written) {
        String iso = written.replace(' ', 'T');
        if (iso.indexOf(':') == 2) {
            iso = "T" + iso;
        }
        return IsoPeriod.normal(iso);
    }
}
