package org.claimtrail.account.web;

import org.jspecify.annotations.Nullable;

/** What shows that a person is to be deleted. The password is never sent back. */
record ErasureForm(
        @Nullable String typed,
        @Nullable String reason,
        @Nullable String currentPassword) {

    String whom() {
        return typed == null ? "" : typed;
    }

    String password() {
        return currentPassword == null ? "" : currentPassword;
    }

    @Override
    public String toString() {
        return "ErasureForm[]";
    }
}
