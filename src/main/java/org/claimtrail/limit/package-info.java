/** How often something may be done: limits by address and by account, shared by all processes of the desk. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "notification", "support"})
package org.claimtrail.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
