package org.claimtrail.notification;

import java.time.Duration;

/**
 * Work that is done again and again, by one of the desk's processes. A bean of this type is picked up at the start.
 *
 * @param name stands in the table of jobs and never changes
 * @param every how long after it ended it begins anew
 */
public record PeriodicJob(String name, Duration every, Runnable work) {}
