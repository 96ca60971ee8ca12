package org.claimtrail.review;

import jakarta.persistence.Converter;
import org.claimtrail.support.Coded;
import org.claimtrail.support.CodedConverter;

/** What a source does for a claim. */
public enum Stance implements Coded {
    SUPPORTS,
    REFUTES,
    CONTEXT;

    @Converter(autoApply = true)
    static final class ToCode extends CodedConverter<Stance> {
        ToCode() {
            super(Stance.class);
        }
    }
}
