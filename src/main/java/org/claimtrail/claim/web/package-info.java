/** Requests that decide on a claim: accept, dismiss, reword, mark by hand. */
@NullMarked
package org.claimtrail.claim.web;

import org.jspecify.annotations.NullMarked;
