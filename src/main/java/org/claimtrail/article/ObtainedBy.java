package org.claimtrail.article;

import jakarta.persistence.Converter;
import org.claimtrail.support.Coded;
import org.claimtrail.support.CodedConverter;

/** How a text came to the desk. */
public enum ObtainedBy implements Coded {
    PASTE,
    FILE,
    ADDRESS,
    SAMPLE;

    @Converter(autoApply = true)
    static final class ToCode extends CodedConverter<ObtainedBy> {
        ToCode() {
            super(ObtainedBy.class);
        }
    }
}
