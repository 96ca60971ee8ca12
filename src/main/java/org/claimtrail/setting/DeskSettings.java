package org.claimtrail.setting;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The desk's settings as they stand.
 *
 * @param proposalThreshold score from which a claim is proposed, {@link #LOWEST} to {@link #HIGHEST} in hundredths
 * @param version counts the changes
 */
public record DeskSettings(
        BigDecimal proposalThreshold,
        int version,
        @Nullable Instant changedAt,
        @Nullable String changedByName) {

    public static final String LOWEST = "0.05";
    public static final String HIGHEST = "0.95";

    private static final int HUNDREDTHS = 2;

    /** Whether the number may be set as the threshold. */
    public static boolean isThreshold(BigDecimal number) {
        return number.compareTo(new BigDecimal(LOWEST)) >= 0
                && number.compareTo(new BigDecimal(HIGHEST)) <= 0
                && number.stripTrailingZeros().scale() <= HUNDREDTHS;
    }
}
