package org.claimtrail.claim;

import jakarta.persistence.Converter;
import org.claimtrail.support.Coded;
import org.claimtrail.support.CodedConverter;

/** Who found a claim in the text. */
public enum Origin implements Coded {
    SPLITTER,
    HAND;

    @Converter(autoApply = true)
    static final class ToCode extends CodedConverter<Origin> {
        ToCode() {
            super(Origin.class);
        }
    }
}
