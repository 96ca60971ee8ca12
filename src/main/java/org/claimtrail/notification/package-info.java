/** What people are told of their claims: in the application and by e-mail, as each of them prefers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "audit", "support"})
package org.claimtrail.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
