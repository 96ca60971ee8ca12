package org.claimtrail.review.web;

import jakarta.validation.constraints.NotBlank;
import org.claimtrail.support.Storable;

/** A declared interest as typed. */
record InterestForm(
        @NotBlank(message = "{review.interest.blank}") @Storable(max = 1000)
        String text) {}
