package org.claimtrail.site;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.claimtrail.setting.DeskSettings;
import org.jspecify.annotations.Nullable;

/** What an admin sets. */
record SettingsForm(
        @Nullable Integer version,

        @NotNull(message = "{setting.threshold.range}")
        @DecimalMin(value = DeskSettings.LOWEST, message = "{setting.threshold.range}")
        @DecimalMax(value = DeskSettings.HIGHEST, message = "{setting.threshold.range}")
        @Digits(integer = 1, fraction = 2, message = "{setting.threshold.range}")
        BigDecimal threshold) {

    static SettingsForm of(DeskSettings settings) {
        return new SettingsForm(settings.version(), settings.proposalThreshold());
    }

    /** The version that was looked at; one that never was where the form names none. */
    int editedVersion() {
        return version == null ? Integer.MIN_VALUE : version;
    }
}
