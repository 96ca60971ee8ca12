package org.claimtrail.review;

import jakarta.persistence.Converter;
import org.claimtrail.support.Coded;
import org.claimtrail.support.CodedConverter;

/** How far a correction of a public verdict goes. */
public enum CorrectionKind implements Coded {
    TYPO,
    NON_RATING,
    RATING;

    @Converter(autoApply = true)
    static final class ToCode extends CodedConverter<CorrectionKind> {
        ToCode() {
            super(CorrectionKind.class);
        }
    }
}
