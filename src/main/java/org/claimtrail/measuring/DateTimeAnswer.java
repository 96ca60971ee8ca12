package org.claimtrail.measuring;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One resolution of an expected time, and when a value in ISO 8601 agrees with it:
 *
 * <ul>
 *   <li>a date or a moment: the same; where the words count weeks, months or years, the week, month or year it lies in;
 *   <li>a range: a period that begins and ends with it, the last day, month or year named taken in or not (the data take
 *       it in for some and leave it out for others); a range open at one side: a period with an end at its bound;
 *   <li>a range with a TIMEX value that is ISO 8601 ("2018-W22" for "earlier this week"): that value too;
 *   <li>a part of a day ("TMO" and the like in TIMEX, nothing in ISO 8601): its day;
 *   <li>a duration: its TIMEX value; a set: {@code R/} and its TIMEX value.
 * </ul>
 */
record DateTimeAnswer(String words, String type, String timex, String value, String start, String end) {

    private static final Pattern COUNTED = Pattern.compile("\\b(?:week|month|year|decade)s?\\b");
    private static final Pattern PART_OF_DAY = Pattern.compile("T(?:MO|AF|EV|NI|DT|NT|MI)$");
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
            case "set" -> ours.equals("R/" + timex);
            case "date", "time", "datetime" -> isMoment(ours);
            default -> ours.equals(timex) || isRange(ours) || isDayOfPart(ours);
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
