package org.claimtrail.account.web;

import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A new password, with the current one. */
record PasswordForm(
        @NotBlank(message = "{account.password.blank}") @Nullable
        String currentPassword,

        @NotBlank(message = "{account.password.blank}") @Nullable
        String password,

        @Nullable String passwordAgain) {

    static PasswordForm empty() {
        return new PasswordForm("", "", "");
    }

    boolean passwordsDiffer() {
        return !Objects.equals(password, passwordAgain);
    }

    String current() {
        return Objects.requireNonNull(currentPassword);
    }

    String chosen() {
        return Objects.requireNonNull(password);
    }

    @Override
    public String toString() {
        return "PasswordForm[]";
    }
}
