package org.claimtrail.review;

import jakarta.persistence.Converter;
import org.claimtrail.support.Coded;
import org.claimtrail.support.CodedConverter;

/** What sort of label a rating is; only ordered ones have a value. */
public enum RatingKind implements Coded {
    ORDERED,
    UNORDERED,
    NO_FINDING;

    @Converter(autoApply = true)
    static final class ToCode extends CodedConverter<RatingKind> {
        ToCode() {
            super(RatingKind.class);
        }
    }
}
