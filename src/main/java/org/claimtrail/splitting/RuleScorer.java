package org.claimtrail.splitting;

/** Adds up what speaks for and against a claim, with weights set by hand, and squeezes the sum between 0 and 1. */
final class RuleScorer implements CheckworthinessScorer {

    private static final int FEW_WORDS = 4;

    @Override
    public double score(ClaimFeatures claim) {
        double sum = -0.9;
        sum += claim.quantity() ? 1.6 : 0;
        sum += claim.date() ? 1.2 : 0;
        sum += claim.namedSubject() ? 0.7 : 0;
        sum += claim.named() ? 0.5 : 0;
        sum += claim.pastEvent() ? 0.9 : 0;
        sum += claim.plan() ? 0.8 : 0;
        sum += claim.position() ? 0.9 : 0;
        sum += claim.reported() && claim.official() ? 0.5 : 0;
        sum += claim.comparison() ? 0.2 : 0;
        sum += claim.cause() ? 0.4 : 0;
        sum += claim.rule() ? 0.6 : 0;
        sum -= Math.min(2, claim.opinions()) * 1.1;
        sum -= claim.hedged() ? 0.9 : 0;
        sum -= claim.mental() ? 1.3 : 0;
        sum -= claim.firstPerson() ? 1.5 : 0;
        sum -= claim.directQuote() ? 1.0 : 0;
        sum -= claim.question() ? 2.5 : 0;
        sum -= claim.vagueSubject() ? 0.8 : 0;
        sum -= claim.nothingThere() ? 1.2 : 0;
        sum -= claim.copula() && !claim.quantity() ? 0.4 : 0;
        sum -= claim.words() < FEW_WORDS ? 1.0 : 0;
        return Math.round(1000 / (1 + Math.exp(-sum))) / 1000.0;
    }
}
