/** What those who work here say to each other about a claim: never public, no part of a verdict. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "claim", "notification", "support"})
package org.claimtrail.discussion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
