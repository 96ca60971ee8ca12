package org.claimtrail.notification;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Work that is done every day at the same times, by one of the desk's processes. A bean of this type is picked up at the
 * start.
 *
 * @param name stands in the table of jobs and never changes
 * @param at in UTC
 */
public record DailyJob(String name, List<LocalTime> at, Runnable work) {

    private static final int HOURS = 24;

    public DailyJob(String name, LocalTime at, Runnable work) {
        this(name, List.of(at), work);
    }

    /** Work that is done each hour at this minute. */
    public static DailyJob hourly(String name, int minute, Runnable work) {
        return new DailyJob(
                name,
                IntStream.range(0, HOURS)
                        .mapToObj(hour -> LocalTime.of(hour, minute))
                        .toList(),
                work);
    }
}
