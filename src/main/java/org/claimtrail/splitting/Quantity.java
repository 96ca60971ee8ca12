package org.claimtrail.splitting;

import org.jspecify.annotations.Nullable;

/**
 * A number the text gives, as a value.
 *
 * @param start first code point, 0-based
 * @param end code point after the last
 * @param value the number; null where the text gives a range
 * @param low lower end of a range, else null
 * @param high upper end of a range, else null
 * @param unit what is counted or measured, singular, or null where the text does not say
 * @param comparator one of {@code = ~ >= <= > <}
 */
public record Quantity(
        int start,
        int end,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable String unit,
        String comparator) {}
