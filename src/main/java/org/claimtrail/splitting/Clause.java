package org.claimtrail.splitting;

import org.claimtrail.splitting.ClaimDraft.Piece;
import org.jspecify.annotations.Nullable;

/** One predicate with its subject, while a sentence is being taken apart; indexes are of words. */
final class Clause {

    final Link link;
    /** The word or mark that joins it, or the start of its subject where nothing does. */
    final int boundary;

    final VerbGroup verb;
    int subjectStart;
    int subjectEnd;
    /** Where "that on Monday, she …" begins before its subject; the subject's start where there is no such opening. */
    int opening;
    /** Index after its last word. */
    int end;
    /** The clause whose verb reports this one. */
    @Nullable
    Clause frame;
    /** The clause that opens the sentence and on which this report depends: "When it rained, he said …". */
    @Nullable
    Clause condition;
    /** Whether another clause is what this one's verb reports. */
    boolean reports;
    /** Where an inserted comma opens it, so that what it cuts off ends there. */
    boolean apart;
    /** The auxiliary that it shares with the clause before: "was stopped and searched". */
    @Nullable
    Piece auxiliary;
    /** What goes on after a clause inserted in this one. */
    @Nullable
    Piece rest;
    /** The place it happened, named before it: "at the port, where …". */
    @Nullable
    Piece place;

    Clause(Link link, int boundary, int subjectStart, int subjectEnd, VerbGroup verb) {
        this.link = link;
        this.boundary = boundary;
        this.subjectStart = subjectStart;
        this.subjectEnd = subjectEnd;
        this.opening = subjectStart;
        this.verb = verb;
        this.end = verb.end();
    }
}
