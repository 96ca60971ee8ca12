/** The embedded PostgreSQL that keeps the desk's data when no other database is configured. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.claimtrail.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
