package org.claimtrail.measuring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Yes-or-no answers with scores, against the right ones. */
final class Decisions {

    private record Decision(boolean gold, boolean said, double score) {}

    private final List<Decision> decisions = new ArrayList<>();

    void add(boolean gold, boolean said, double score) {
        decisions.add(new Decision(gold, said, score));
    }

    /** Precision, recall and F1 of one of the two answers. */
    Counts of(boolean answer) {
        Counts counts = new Counts();
        for (Decision decision : decisions) {
            if (decision.said == answer && decision.gold == answer) {
                counts.right(1);
            } else if (decision.said == answer) {
                counts.wrong(1);
            } else if (decision.gold == answer) {
                counts.missed(1);
            }
        }
        return counts;
    }

    /** The mean of the two answers' F1. */
    double macroF1() {
        return (of(true).f1() + of(false).f1()) / 2;
    }

    /** Mean of the precision at each right yes, ranked by score; ties keep the order of the data. */
    double averagePrecision() {
        List<Decision> ranked = new ArrayList<>(decisions);
        ranked.sort(Comparator.comparingDouble(Decision::score).reversed());
        int hits = 0;
        double sum = 0;
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).gold()) {
                hits++;
                sum += (double) hits / (i + 1);
            }
        }
        return hits == 0 ? 0 : sum / hits;
    }
}
