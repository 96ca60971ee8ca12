/** How far two reviewers who rated the same claims, blind to each other, agree. */
@NullMarked
@ApplicationModule(allowedDependencies = {"figure", "support"})
package org.claimtrail.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
