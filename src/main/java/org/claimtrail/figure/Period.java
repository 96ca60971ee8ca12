package org.claimtrail.figure;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The days that figures are asked for, both included, in UTC; null where that end is open.
 *
 * @param from the first day
 * @param to the last day
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);
    private static final int MOST_WEEKS = 20;
    private static final int MOST_MONTHS = 36;

    /** @throws Refused where an end is no day, or the first day comes after the last */
    public static Period parse(@Nullable String from, @Nullable String to) {
        Period period = new Period(day("from", from), day("to", to));
        if (period.first().isAfter(period.last())) {
            throw new Refused("figure.refused.order", String.valueOf(period.from), String.valueOf(period.to));
        }
        return period;
    }

    private static @Nullable LocalDate day(String name, @Nullable String typed) {
        String text = Texts.orNull(typed);
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = text.length() == 10 ? LocalDate.parse(text) : LocalDate.MIN;
            if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Refused below, as every other text that is no day.
        }
        String shown = text.length() > 40 ? text.substring(0, 40) : text;
        throw new Refused("figure.refused.day", name, shown.replace('#', ' '));
    }

    /** The same, with the twelve months up to today or to its last day where it has no first day. */
    public Period orLastYear(LocalDate today) {
        LocalDate end = to == null ? (first().isAfter(today) ? first() : today) : to;
        return new Period(from == null ? end.withDayOfMonth(1).minusMonths(11) : from, end);
    }

    /** From this instant on. */
    public OffsetDateTime start() {
        return first().atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** Before this instant. */
    public OffsetDateTime end() {
        return last().plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** By what its figures are put together, so that a plot of them stays readable. */
    public Step step() {
        if (ChronoUnit.WEEKS.between(first(), last()) < MOST_WEEKS) {
            return Step.WEEK;
        }
        return ChronoUnit.MONTHS.between(first(), last()) < MOST_MONTHS ? Step.MONTH : Step.YEAR;
    }

    private LocalDate first() {
        return from == null ? FIRST : from;
    }

    private LocalDate last() {
        return to == null ? LAST : to;
    }
}
