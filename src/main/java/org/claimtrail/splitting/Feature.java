package org.claimtrail.splitting;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a weight is given to: each is something a reader can see in the claim, but for {@link #WORDING}. */
enum Feature {
    BIAS(claim -> 1),
    QUANTITY(claim -> truth(claim.quantity())),
    DATE(claim -> truth(claim.date())),
    NAMED_SUBJECT(claim -> truth(claim.namedSubject())),
    NAMED(claim -> truth(claim.named())),
    PAST_EVENT(claim -> truth(claim.pastEvent())),
    PLAN(claim -> truth(claim.plan())),
    POSITION(claim -> truth(claim.position())),
    OFFICIAL_REPORT(claim -> truth(claim.reported() && claim.official())),
    COMPARISON(claim -> truth(claim.comparison())),
    CAUSE(claim -> truth(claim.cause())),
    RULE(claim -> truth(claim.rule())),
    OPINION(claim -> Math.min(Feature.MOST_OPINIONS, claim.opinions())),
    HEDGED(claim -> truth(claim.hedged())),
    MENTAL(claim -> truth(claim.mental())),
    FIRST_PERSON(claim -> truth(claim.firstPerson())),
    DIRECT_QUOTE(claim -> truth(claim.directQuote())),
    QUESTION(claim -> truth(claim.question())),
    VAGUE_SUBJECT(claim -> truth(claim.vagueSubject())),
    NOTHING_THERE(claim -> truth(claim.nothingThere())),
    STATE(claim -> truth(claim.copula() && !claim.quantity())),
    FEW_WORDS(claim -> truth(claim.words() < Feature.ENOUGH_WORDS)),
    /** How like the wording of its sentence is to that of sentences chosen for checking. */
    WORDING(ClaimFeatures::wording);

    private static final int MOST_OPINIONS = 2;
    private static final int ENOUGH_WORDS = 4;

    private final ToDoubleFunction<ClaimFeatures> reading;

    Feature(ToDoubleFunction<ClaimFeatures> reading) {
        this.reading = reading;
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }

    double in(ClaimFeatures claim) {
        return reading.applyAsDouble(claim);
    }

    static double[] all(ClaimFeatures claim) {
        double[] values = new double[values().length];
        for (Feature feature : values()) {
            values[feature.ordinal()] = feature.in(claim);
        }
        return values;
    }

    /** The name used in the file of weights. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
