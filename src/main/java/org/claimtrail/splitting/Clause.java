package org.claimtrail.splitting;

import org.jspecify.annotations.Nullable;

/** One predicate with its subject, while a sentence is being taken apart; indexes are of words. */
final class Clause {

    final Link link;
    /** The word or mark that joins it, or the start of its subject where nothing does. */
    final int boundary;

    final VerbGroup verb;
    int subjectStart;
    int subjectEnd;
    /** Index after its last word. */
    int end;
    /** The clause whose verb reports this one. */
    @Nullable
    Clause frame;
    /** Whether another clause is what this one's verb reports. */
    boolean reports;
    /** Where an inserted comma opens it, so that what it cuts off ends there. */
    boolean apart;

    Clause(Link link, int boundary, int subjectStart, int subjectEnd, VerbGroup verb) {
        this.link = link;
        this.boundary = boundary;
        this.subjectStart = subjectStart;
        this.subjectEnd = subjectEnd;
        this.verb = verb;
        this.end = verb.end();
    }
}
