/** People of the desk: accounts, invitations, passwords, sessions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "support"})
package org.claimtrail.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
