package org.claimtrail.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says instants and dates in words, for templates: near ones as people say them, in UTC. */
@Component("when")
public class When {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final Clock clock;
    private final Sentences sentences;

    When(Clock clock, Sentences sentences) {
        this.clock = clock;
        this.sentences = sentences;
    }

    /** For example "4 minutes ago", "yesterday at 16:00", "3 March 2026". */
    public String words(Instant at) {
        Instant now = clock.instant();
        Duration ago = Duration.between(at, now);
        ZonedDateTime then = at.atZone(ZoneOffset.UTC);
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        if (ago.toMinutes() < 1) {
            return sentences.say("when.now");
        }
        if (ago.toMinutes() < 60) {
            return sentences.say("when.minutes", ago.toMinutes());
        }
        if (then.toLocalDate().equals(today)) {
            return sentences.say("when.today", TIME.format(then));
        }
        if (then.toLocalDate().equals(today.minusDays(1))) {
            return sentences.say("when.yesterday", TIME.format(then));
        }
        return DATE.format(then);
    }

    /** The whole instant. */
    public String full(Instant at) {
        return FULL.format(at.atZone(ZoneOffset.UTC));
    }

    /** The day, for example "21 January 2022". */
    public String day(Instant at) {
        return DATE.format(at.atZone(ZoneOffset.UTC));
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? "" : DATE.format(date);
    }

    /** How long ago, for example "9 days" or "20 minutes". */
    public String age(Instant since) {
        Duration age = Duration.between(since, clock.instant());
        if (age.toHours() < 1) {
            return sentences.say("when.age.minutes", Math.max(0, age.toMinutes()));
        }
        if (age.toDays() < 2) {
            return sentences.say("when.age.hours", age.toHours());
        }
        return sentences.say("when.age.days", age.toDays());
    }
}
