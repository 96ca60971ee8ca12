package org.claimtrail.splitting;

/** Says how much a claim is worth checking, from what can be seen of it. */
interface CheckworthinessScorer {

    /** How like a sentence's wording is to that of sentences chosen for checking; above 0 where it is more than not. */
    double wording(Sentence sentence);

    /** 0 to 1. */
    double score(Sentence sentence, Register register, ClaimFeatures claim);
}
