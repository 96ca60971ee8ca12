package org.claimtrail.claim;

import jakarta.persistence.Converter;
import org.claimtrail.support.Coded;
import org.claimtrail.support.CodedConverter;

/** What sort of proposition a claim is; the kinds of SPLIT-FORMAT, in the splitter's order. */
public enum Kind implements Coded {
    QUANTITY,
    EVENT,
    DATE_PLAN,
    ATTRIBUTION,
    PREDICTION,
    OPINION;

    @Converter(autoApply = true)
    static final class ToCode extends CodedConverter<Kind> {
        ToCode() {
            super(Kind.class);
        }
    }
}
