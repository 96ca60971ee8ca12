/** The embedded PostgreSQL that keeps the desk's data when no other database is configured. */
@NullMarked
package org.claimtrail.database;

import org.jspecify.annotations.NullMarked;
