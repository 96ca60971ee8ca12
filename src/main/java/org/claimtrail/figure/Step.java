package org.claimtrail.figure;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The parts of a period that figures are put together by. */
public enum Step {
    /** From Monday to Sunday. */
    WEEK("week", "d MMM yyyy"),
    MONTH("month", "MMM yyyy"),
    YEAR("year", "yyyy");

    private final String unit;
    private final DateTimeFormatter format;

    Step(String unit, String pattern) {
        this.unit = unit;
        this.format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /** As PostgreSQL's {@code date_trunc} and as a message key have it. */
    public String unit() {
        return unit;
    }

    /** The name of the part that begins on this day. */
    public String label(LocalDate first) {
        return format.format(first);
    }
}
