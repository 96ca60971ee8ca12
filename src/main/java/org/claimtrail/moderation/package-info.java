/** Flags, decisions on them, hiding and locking, and the page of the audit log. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "audit", "claim", "history", "notification", "review", "support"})
package org.claimtrail.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
