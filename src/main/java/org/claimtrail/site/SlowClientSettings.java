package org.claimtrail.site;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long the desk waits for those who send slowly.
 *
 * @param head how long the head of a request may take from its first byte to its last
 * @param grace how long the body of a request may take before its pace is looked at
 * @param pace how much of a body has to arrive in each second after that
 */
@ConfigurationProperties("claimtrail.slow-clients")
record SlowClientSettings(
        @DefaultValue("15s") Duration head,
        @DefaultValue("20s") Duration grace,
        @DefaultValue("2KB") DataSize pace) {}
