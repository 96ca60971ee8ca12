package org.claimtrail.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How e-mail goes out.
 *
 * @param from the address that it comes from
 * @param retryAfter how long after a first failure it is tried again; twice as long after each further one, up to an hour
 * @param giveUpAfter how long after it was caused it is not tried any more
 */
@ConfigurationProperties("claimtrail.mail")
record MailSettings(
        @DefaultValue("claimtrail@localhost") String from,
        @DefaultValue("30s") Duration retryAfter,
        @DefaultValue("4d") Duration giveUpAfter) {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 12;

    /** The wait before the next attempt. */
    Duration pause(int failures) {
        Duration pause = retryAfter.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    /** The part of message ids behind the at sign. */
    String domain() {
        String domain = from.replaceFirst(".*@", "").replaceAll("[^A-Za-z0-9.-]", "");
        return domain.isEmpty() ? "localhost" : domain;
    }
}
