/** The audit log: who did what at the desk, in rows that only grow. */
@NullMarked
@ApplicationModule(allowedDependencies = {"support"})
package org.claimtrail.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
