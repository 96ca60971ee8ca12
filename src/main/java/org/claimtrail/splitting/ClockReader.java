package org.claimtrail.splitting;

import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads times of day: "3 p.m.", "15:30", "noon", "seven o'clock". */
final class ClockReader {

    /**
     * A time of day.
     *
     * @param open whether it may be in the morning or after noon
     * @param bare whether it is an hour and nothing else
     */
    record Clock(int start, int end, LocalTime time, boolean open, boolean bare) {

        static Clock sure(int start, int end, LocalTime time) {
            return new Clock(start, end, time, false, false);
        }

        Clock beforeNoon() {
            return new Clock(start, end, time, false, bare);
        }

        /** The same after noon, where that is open. */
        Clock afterNoon() {
            return open && time.getHour() < NOON ? new Clock(start, end, time.plusHours(NOON), false, bare) : this;
        }

        String iso() {
            return "T" + time;
        }
    }

    private static final int NOON = 12;
    private static final int HOURS = 24;
    private static final int SIXTY = 60;
    private static final Set<String> BARE = Set.of("at", "@", "around", "circa");

    private final TimeText text;

    ClockReader(TimeText text) {
        this.text = text;
    }

    /** A time of day that shows itself as one, or null. */
    @Nullable
    Clock at(int at) {
        if (text.is(at, "noon", "midday")) {
            return Clock.sure(at, at + 1, LocalTime.NOON);
        }
        if (text.is(at, "midnight")) {
            return Clock.sure(at, at + 1, LocalTime.MIDNIGHT);
        }
        TimeText.Number hour = text.count(at);
        if (hour == null || hour.value() >= HOURS || isInsideNumber(at)) {
            return null;
        }
        if (text.is(hour.end(), "noon") && hour.value() == NOON) {
            return Clock.sure(at, hour.end() + 1, LocalTime.NOON);
        }
        return text.word(at).isDigits() ? inDigits(at, hour.value()) : marked(at, hour.value(), 0, 0, hour.end());
    }

    /** An hour alone, as it is meant after "at" and before a time of day that shows itself. */
    @Nullable
    Clock bare(int at) {
        Clock clock = at(at);
        int hour = text.digits(at);
        boolean more = text.is(at + 1, ".", ":", ",", "/", "%")
                && !text.word(at + 1).spaced()
                && text.word(at + 2).isDigits();
        boolean bare =
                clock == null && hour >= 0 && hour < HOURS && text.lower(at).length() <= 2 && !isInsideNumber(at);
        return bare && !more && !DateReader.COUNTED.contains(text.lower(at + 1))
                ? new Clock(at, at + 1, LocalTime.of(hour, 0), hour <= NOON, true)
                : clock;
    }

    /** Whether an hour alone is meant here. */
    boolean isBare(int at) {
        return BARE.contains(text.lower(at - 1));
    }

    private boolean isInsideNumber(int at) {
        return !text.word(at).spaced() && text.is(at - 1, ",", ".", ":", "/", "$", "€", "£") && at > 0;
    }

    private @Nullable Clock inDigits(int at, int hour) {
        int minute = text.digits(at + 2);
        boolean glued = !text.word(at + 1).spaced()
                && !text.word(at + 2).spaced()
                && text.lower(at + 2).length() == 2;
        boolean colon = text.is(at + 1, ":") && glued && minute >= 0 && minute < SIXTY;
        boolean dot = text.is(at + 1, ".") && glued && minute >= 0 && minute < SIXTY;
        if (!colon && !dot) {
            return marked(at, hour, 0, 0, at + 1);
        }
        int second = text.digits(at + 4);
        boolean seconds = colon && text.is(at + 3, ":") && second >= 0 && second < SIXTY;
        int end = seconds ? at + 5 : at + 3;
        Clock marked = marked(at, hour, minute, seconds ? second : 0, end);
        boolean more = text.is(end, ":", ".")
                && !text.word(end + 1).spaced()
                && text.word(end + 1).isDigits();
        boolean asked = text.is(at - 1, "at") && !text.word(end).isLetters() && !text.is(end, "%");
        return marked != null || dot && !asked || more
                ? marked
                : new Clock(
                        at, end, LocalTime.of(hour, minute, seconds ? second : 0), hour >= 1 && hour <= NOON, false);
    }

    /** With "a.m.", "pm" or "o'clock" behind it, or null. */
    private @Nullable Clock marked(int at, int hour, int minute, int second, int end) {
        if (text.follows(end, "o", "'", "clock") || text.is(end, "oclock")) {
            int after = text.is(end, "oclock") ? end + 1 : end + 3;
            return new Clock(at, after, LocalTime.of(hour, minute, second), hour <= NOON, false);
        }
        boolean after = text.is(end, "pm", "p");
        if (!after && !text.is(end, "am", "a") || hour > NOON || hour == 0) {
            return null;
        }
        int behind = end + 1;
        if (text.is(end, "a", "p")) {
            int dot = text.after(end + 1, ".");
            boolean letters = text.is(dot, "m");
            boolean short1 = text.is(at + 1, ":") && !text.word(end).spaced();
            if (!letters && !short1) {
                return null;
            }
            behind = letters ? afterDot(dot + 1) : end + 1;
        }
        return Clock.sure(at, behind, LocalTime.of(hour % NOON + (after ? NOON : 0), minute, second));
    }

    private int afterDot(int at) {
        return text.is(at, ".") && !text.word(at).spaced() ? at + 1 : at;
    }

    /** Whether a word names the part of the day after noon. */
    boolean isAfterNoon(int at) {
        return text.is(at, "afternoon", "evening", "night", "tonight", "afternoons", "evenings", "nights");
    }
}
