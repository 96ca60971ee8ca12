package org.claimtrail.site;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.claimtrail.limit.TooMany;
import org.claimtrail.support.Sentences;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says in words that a limit is used up. */
@Component
class LimitRefusals {

    private static final long LONGEST_IN_SECONDS = 90;

    private final BarePage pages;
    private final Sentences sentences;
    private final RefusalLog refusals;
    private final MeterRegistry meters;

    LimitRefusals(BarePage pages, Sentences sentences, RefusalLog refusals, MeterRegistry meters) {
        this.refusals = refusals;
        this.meters = meters;
        this.pages = pages;
        this.sentences = sentences;
    }

    void answer(TooMany tooMany, HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                tooMany.seconds(),
                "error/too-many",
                Map.of("sentence", sentence(tooMany, request)));
    }

    /** What to say to whoever is refused; counts the refusal, and enters the first in the audit log. */
    String sentence(TooMany tooMany, HttpServletRequest request) {
        meters.counter(DeskMetrics.LIMITS_REFUSED, "limit", tooMany.limit().code())
                .increment();
        if (tooMany.first()) {
            refusals.limited(request, tooMany.limit());
        }
        long seconds = tooMany.seconds();
        String wait = seconds <= LONGEST_IN_SECONDS
                ? sentences.say("limit.wait.seconds", seconds)
                : sentences.say("limit.wait.minutes", (seconds + 59) / 60);
        return sentences.say("limit.refused." + tooMany.limit().code()) + " " + wait;
    }
}
