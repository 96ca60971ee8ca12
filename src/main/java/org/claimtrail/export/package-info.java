/** Verdicts as files. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"account", "audit", "article", "claim", "history", "proof", "review", "support"})
package org.claimtrail.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
