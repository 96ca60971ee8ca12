/** Documents that evidence is taken from. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "support"})
package org.claimtrail.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
