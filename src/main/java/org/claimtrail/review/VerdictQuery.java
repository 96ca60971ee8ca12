package org.claimtrail.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.claimtrail.claim.ClaimState;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;

/** The filters of the verdict list as they stand in an address; what is no value of its kind counts as not set. */
public record VerdictQuery(
        @Nullable String q,
        @Nullable String rating,
        @Nullable String article,
        @Nullable String reviewer,
        @Nullable String from,
        @Nullable String to,
        @Nullable String status) {

    public VerdictFilter filter() {

        return new VerdictFilter(
                number(article),
                Texts.searched(rating),
                number(reviewer),
                day(from),
                day(to),
                status(status),
                Texts.searched(q));
    }

    private static @Nullable Long number(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.length() != 10 ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable ClaimState status(@Nullable String typed) {
        return ClaimState.PUBLIC.stream()
                .filter(state -> state.code().equals(typed))
                .findFirst()
                .orElse(null);
    }
}
