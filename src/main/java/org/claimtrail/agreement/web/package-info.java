/** The page of the agreement. */
@NullMarked
package org.claimtrail.agreement.web;

import org.jspecify.annotations.NullMarked;
