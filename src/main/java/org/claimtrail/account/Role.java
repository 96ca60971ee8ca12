package org.claimtrail.account;

import jakarta.persistence.Converter;
import org.claimtrail.support.Coded;
import org.claimtrail.support.CodedConverter;

/** What a person may do at the desk. */
public enum Role implements Coded {
    /** Imports, reviews, publishes, flags. */
    REVIEWER,
    /** All that a reviewer does; besides: accounts, moderation, the audit log. */
    ADMIN;

    @Converter(autoApply = true)
    static final class ToCode extends CodedConverter<Role> {
        ToCode() {
            super(Role.class);
        }
    }
}
