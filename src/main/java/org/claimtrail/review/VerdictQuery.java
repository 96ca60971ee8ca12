package org.claimtrail.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.claimtrail.claim.ClaimState;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;

/** The filters of the verdict list as they stand in an address; an empty one counts as not set. */
public record VerdictQuery(
        @Nullable String q,
        @Nullable String rating,
        @Nullable String article,
        @Nullable String reviewer,
        @Nullable String from,
        @Nullable String to,
        @Nullable String status) {

    /** @throws Refused where a filter has a value that is none of its kind: leaving it out would show too much */
    public VerdictFilter filter() {

        return new VerdictFilter(
                number("article", article),
                Texts.searched(rating),
                number("reviewer", reviewer),
                day("from", from),
                day("to", to),
                status(status),
                Texts.searched(q));
    }

    private static @Nullable Long number(String name, @Nullable String typed) {
        String text = Texts.orNull(typed);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw refused(name, text);
        }
        return Long.valueOf(text);
    }

    private static @Nullable LocalDate day(String name, @Nullable String typed) {
        String text = Texts.orNull(typed);
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            // Refused below, as every other text that is no day.
        }
        throw refused(name, text);
    }

    private static @Nullable ClaimState status(@Nullable String typed) {
        String text = Texts.orNull(typed);
        if (text == null) {
            return null;
        }
        return ClaimState.PUBLIC.stream()
                .filter(state -> state.code().equals(text))
                .findFirst()
                .orElseThrow(() -> refused("status", text));
    }

    private static Refused refused(String name, String typed) {
        return new Refused("verdict.refused.filter", name, typed.replace('#', ' '));
    }
}
