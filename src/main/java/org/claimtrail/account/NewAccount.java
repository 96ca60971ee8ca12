package org.claimtrail.account;

/** What a person gives to get an account. */
public record NewAccount(String email, String name, String password) {

    @Override
    public String toString() {
        return "NewAccount[" + name + "]";
    }
}
