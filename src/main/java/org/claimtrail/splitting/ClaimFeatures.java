package org.claimtrail.splitting;

/**
 * What a scorer may look at in one claim; every one is something a reader can see for themselves.
 *
 * @param words how many words the statement has, the speaker's frame left out
 * @param wording how like its sentence's wording is to that of sentences chosen for checking, 0 where undecided
 */
record ClaimFeatures(
        boolean quantity,
        boolean date,
        boolean namedSubject,
        boolean named,
        boolean pastEvent,
        boolean plan,
        boolean position,
        boolean reported,
        boolean official,
        boolean comparison,
        boolean cause,
        boolean rule,
        int opinions,
        boolean hedged,
        boolean mental,
        boolean firstPerson,
        boolean directQuote,
        boolean question,
        boolean vagueSubject,
        boolean nothingThere,
        boolean copula,
        int words,
        double wording) {}
