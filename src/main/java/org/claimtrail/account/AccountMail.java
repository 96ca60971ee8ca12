package org.claimtrail.account;

import java.util.Locale;

/** E-mails to people about their own account. This module says what is to go out; another one sends it. */
public interface AccountMail {

    /** What an e-mail is about. */
    enum Kind {
        /** The link that sets a new password. Its secret is made when the e-mail is written. */
        PASSWORD_RESET,
        PASSWORD_CHANGED,
        FACTOR_ADDED,
        FACTOR_REMOVED,
        RECOVERY_CODE_USED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether this desk sends any e-mail. */
    boolean setUp();

    /**
     * Has one sent once the transaction is kept. It takes as long for an address that nobody has, to which nothing goes.
     *
     * @param email an address, which need not be somebody's
     */
    void send(Kind kind, String email);
}
