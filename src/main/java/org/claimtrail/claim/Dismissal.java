package org.claimtrail.claim;

import jakarta.persistence.Converter;
import org.claimtrail.support.Coded;
import org.claimtrail.support.CodedConverter;

/** Why a claim is not to be checked. */
public enum Dismissal implements Coded {
    NOT_CHECKABLE,
    DUPLICATE,
    TRIVIAL,
    WRONG_SPLIT;

    @Converter(autoApply = true)
    static final class ToCode extends CodedConverter<Dismissal> {
        ToCode() {
            super(Dismissal.class);
        }
    }
}
