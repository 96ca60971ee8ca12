/** People of the desk: accounts, invitations, passwords, identities at a provider, sessions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "oidc", "support"})
package org.claimtrail.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
