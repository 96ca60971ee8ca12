package org.claimtrail.account;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the account that signs in. */
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
                .map(DeskUser::new)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }
}
