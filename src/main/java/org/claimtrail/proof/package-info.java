/** Checkpoints over all chains of the history, proofs that a revision is under one, and what verifies all of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "history", "notification", "support"})
package org.claimtrail.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
