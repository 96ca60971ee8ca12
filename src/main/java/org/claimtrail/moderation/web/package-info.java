/** Pages for flags, decisions and the audit log. */
@NullMarked
package org.claimtrail.moderation.web;

import org.jspecify.annotations.NullMarked;
