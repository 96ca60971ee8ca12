package org.claimtrail.review;

import org.claimtrail.support.Coded;

/** Whether verdicts on a rating scale are reviewed twice. */
public enum SecondReviewRule implements Coded {
    /** Nothing is published without the rating of a second reviewer. */
    REQUIRED,
    /** The assignee chooses; the public page says which way it was. */
    OPTIONAL,
    /** A draft is published by its assignee. */
    OFF
}
