package org.claimtrail.account;

import jakarta.persistence.Converter;
import org.claimtrail.support.Coded;
import org.claimtrail.support.CodedConverter;

/** Whether an account may be used. */
public enum AccountStatus implements Coded {
    ACTIVE,
    /** Cannot sign in; its sessions ended when it was suspended. What it did stays. */
    SUSPENDED,
    /** Nobody's any more: name, address and every way in are gone. What was done under it stays. */
    ERASED;

    @Converter(autoApply = true)
    static final class ToCode extends CodedConverter<AccountStatus> {
        ToCode() {
            super(AccountStatus.class);
        }
    }
}
