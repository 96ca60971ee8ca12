/** Claims: their passage, wording and state, from the proposal to the desk. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "article", "history", "setting", "splitting", "support"})
package org.claimtrail.claim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
