/** What people typed into forms and have not saved yet: for its writer alone, to go on at another machine. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "support"})
package org.claimtrail.kept;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
