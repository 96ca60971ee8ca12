package org.claimtrail.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as admins see it.
 *
 * @param instance tells jobs of one name apart
 * @param failures in a row
 * @param error of the last failure, where it has not succeeded since
 */
public record JobView(
        String name,
        String instance,
        Instant next,
        boolean running,
        @Nullable Instant lastSuccess,
        int failures,
        @Nullable Instant lastFailure,
        @Nullable String error) {}
