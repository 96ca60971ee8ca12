/** The append-only, hash-chained history of each claim, and what can be read from it: timeline, diff, blame. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "support"})
package org.claimtrail.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
