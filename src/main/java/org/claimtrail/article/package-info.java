/** Articles, their immutable revisions, and how they come in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "audit", "intake", "support"})
package org.claimtrail.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
