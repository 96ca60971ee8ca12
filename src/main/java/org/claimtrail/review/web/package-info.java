/** The queue, the claim page, its history, and the public verdict pages. */
@NullMarked
package org.claimtrail.review.web;

import org.jspecify.annotations.NullMarked;
