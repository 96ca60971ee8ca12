package org.claimtrail.account.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.claimtrail.account.Account;
import org.claimtrail.account.NewAccount;
import org.claimtrail.support.Readable;
import org.claimtrail.support.Storable;
import org.jspecify.annotations.Nullable;

/** What a person types to get an account. */
record JoinForm(
        @Readable(message = "{account.name.blank}") @Storable(max = 100)
        String name,

        @Readable(message = "{account.email.blank}")
        @Email(message = "{account.email.wrong}")
        @Storable(max = Account.LONGEST_EMAIL)
        String email,

        @NotBlank(message = "{account.password.blank}") @Nullable
        String password,

        @Nullable String passwordAgain) {

    static JoinForm empty() {
        return new JoinForm("", "", "", "");
    }

    boolean passwordsDiffer() {
        return !Objects.equals(password, passwordAgain);
    }

    NewAccount person() {
        return new NewAccount(email.strip(), name.strip(), Objects.requireNonNull(password));
    }
}
