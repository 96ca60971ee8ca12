package org.claimtrail.splitting;

/** Says how much a claim deserves to be checked. */
interface CheckworthinessScorer {

    /** From 0, not at all, to 1. */
    double score(ClaimFeatures claim);
}
