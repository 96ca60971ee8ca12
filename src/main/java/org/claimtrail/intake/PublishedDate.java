package org.claimtrail.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the date of publication in the forms that pages use. */
final class PublishedDate {

    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{4})[-/.]?(\\d{2})[-/.]?(\\d{2})(?!\\d).*", Pattern.DOTALL);
    private static final Pattern WEEKDAY = Pattern.compile("^[A-Za-z]{3,9},\\s+");
    private static final Pattern DAY_AND_MONTH =
            Pattern.compile("(\\d{1,2} [A-Za-z]{3,9},? \\d{4}|[A-Za-z]{3,9}\\.? \\d{1,2}, \\d{4}).*", Pattern.DOTALL);
    private static final List<DateTimeFormatter> IN_WORDS =
            List.of(inWords("d MMM yyyy"), inWords("d MMMM yyyy"), inWords("MMM d, yyyy"), inWords("MMMM d, yyyy"));

    private PublishedDate() {}

    private static DateTimeFormatter inWords(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    /** The calendar date as it stands there, whatever the time and zone after it; null if it is not understood. */
    static @Nullable LocalDate parse(String text) {
        String date = text.strip();
        Matcher numbers = NUMBERS.matcher(date);
        if (numbers.matches()) {
            return date(numbers);
        }
        Matcher words = DAY_AND_MONTH.matcher(WEEKDAY.matcher(date).replaceFirst(""));
        return words.matches() ? inWords(words) : null;
    }

    private static @Nullable LocalDate date(Matcher numbers) {
        try {
            return LocalDate.of(
                    Integer.parseInt(numbers.group(1)),
                    Integer.parseInt(numbers.group(2)),
                    Integer.parseInt(numbers.group(3)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate inWords(Matcher words) {
        boolean dayFirst = Character.isDigit(words.group(1).charAt(0));
        String date = words.group(1).replace(".", "");
        for (DateTimeFormatter form : IN_WORDS) {
            try {
                return LocalDate.parse(dayFirst ? date.replace(",", "") : date, form);
            } catch (DateTimeException e) {
                // The next form may fit.
            }
        }
        return null;
    }
}
