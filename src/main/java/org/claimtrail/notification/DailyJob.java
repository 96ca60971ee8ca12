package org.claimtrail.notification;

import java.time.LocalTime;

/**
 * Work that is done once a day, by one of the desk's processes. A bean of this type is picked up at the start.
 *
 * @param name stands in the table of jobs and never changes
 * @param at in UTC
 */
public record DailyJob(String name, LocalTime at, Runnable work) {}
