/** What waits at the desk, how long verdicts take and which they are: sums for those who work here. */
@NullMarked
@ApplicationModule(allowedDependencies = {"agreement", "figure", "support"})
package org.claimtrail.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
