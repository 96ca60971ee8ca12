package org.claimtrail.splitting;

/** How a clause hangs on what stands before it. */
enum Link {
    /** The first of its sentence. */
    MAIN,
    /** A clause of its own after "and", "but", "although", a semicolon. */
    COORDINATE,
    /** A second predicate of the same subject. */
    SAME_SUBJECT,
    /** "which …", "who …" after a comma, or a restrictive one. */
    RELATIVE,
    /** Goes on after an inserted relative clause, with the subject from before it. */
    RESUMED,
    /** What a verb of speech reports. */
    CONTENT,
    /** ", saying …": a report by the subject of the clause before. */
    REPORTING,
    /** Condition, time, cause, object clause: stays with the clause before. */
    ATTACHED
}
