package org.claimtrail.review;

import org.claimtrail.support.Coded;

/** What a change of a public verdict is to its readers. */
public enum CorrectionTier implements Coded {
    /** Stands in the history and the list of corrections, not on the verdict. */
    TYPO,
    /** A note below the verdict. */
    NON_RATING,
    /** A note on top of the verdict, with the old rating. */
    RATING,
    /** A notice in place of the verdict. */
    WITHDRAWAL
}
