package org.claimtrail.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How background jobs are found.
 *
 * @param pollingInterval how often a process looks for jobs that are due
 * @param heartbeat how often it says that it still works on one; after four that are missed another process takes over
 */
@ConfigurationProperties("claimtrail.jobs")
record JobSettings(
        @DefaultValue("5s") Duration pollingInterval,
        @DefaultValue("15s") Duration heartbeat) {}
