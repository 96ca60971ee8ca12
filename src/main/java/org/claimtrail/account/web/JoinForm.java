package org.claimtrail.account.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import org.claimtrail.account.NewAccount;
import org.claimtrail.support.Storable;

/** What a person types to get an account. */
record JoinForm(
        @NotBlank(message = "{account.name.blank}") @Storable(max = 100)
        String name,

        @NotBlank(message = "{account.email.blank}") @Email(message = "{account.email.wrong}") @Storable(max = 254)
        String email,

        @NotBlank(message = "{account.password.blank}") String password,
        String passwordAgain) {

    static JoinForm empty() {
        return new JoinForm("", "", "", "");
    }

    boolean passwordsDiffer() {
        return !password.equals(passwordAgain);
    }

    NewAccount person() {
        return new NewAccount(email.strip(), name.strip(), password);
    }
}
