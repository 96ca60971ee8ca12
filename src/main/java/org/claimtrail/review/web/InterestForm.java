package org.claimtrail.review.web;

import org.claimtrail.support.Readable;
import org.claimtrail.support.Storable;

/** A declared interest as typed. */
record InterestForm(
        @Readable(message = "{review.interest.blank}") @Storable(max = 1000)
        String text) {}
