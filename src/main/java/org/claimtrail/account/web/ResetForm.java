package org.claimtrail.account.web;

import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A new password of somebody who came by a link. */
record ResetForm(
        @NotBlank(message = "{account.password.blank}") @Nullable
        String password,

        @Nullable String passwordAgain) {

    boolean passwordsDiffer() {
        return !Objects.equals(password, passwordAgain);
    }

    String chosen() {
        return Objects.requireNonNull(password);
    }

    @Override
    public String toString() {
        return "ResetForm[]";
    }
}
