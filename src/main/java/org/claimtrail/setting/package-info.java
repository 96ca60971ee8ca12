/** What an admin sets for the whole desk. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "audit", "support"})
package org.claimtrail.setting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
