/** The path of a claim to a published verdict: assignment, evidence, rating, explanation, corrections. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "article",
            "audit",
            "claim",
            "discussion",
            "history",
            "notification",
            "proof",
            "source",
            "support"
        })
package org.claimtrail.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
