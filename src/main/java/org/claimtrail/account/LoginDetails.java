package org.claimtrail.account;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the account that signs in with a password. One that has none is answered as if there were no account. */
@Service
class LoginDetails implements UserDetailsService {

    private final AccountRepository accounts;

    LoginDetails(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String email) {
        return accounts.findByEmail(Account.normalizeEmail(email))
                .filter(account -> account.passwordHash() != null)
                .map(DeskUser::new)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
