/** The pages of notifications and of what one wants to be told. */
@NullMarked
package org.claimtrail.notification.web;

import org.jspecify.annotations.NullMarked;
