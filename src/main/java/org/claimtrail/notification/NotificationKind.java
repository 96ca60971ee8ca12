package org.claimtrail.notification;

import org.claimtrail.support.Coded;

/** What a person can be told of. */
public enum NotificationKind implements Coded {
    /** Somebody gave you a claim. */
    ASSIGNED(true),
    /** Your claim was given to somebody else. */
    REASSIGNED(true),
    /** Your claim was given back for anybody to take. */
    RELEASED(false),
    /** A draft waits for your second review. */
    SECOND_REVIEW_WANTED(true),
    /** Your draft has its second review. */
    SECOND_REVIEW_DONE(false),
    /** The two reviews of a claim that you worked on differ. */
    DISAGREEMENT(true),
    /** A draft that you were to review was taken back. */
    RECALLED(false),
    /** A verdict that you worked on is public. */
    PUBLISHED(false),
    /** A verdict that you worked on was corrected. */
    CORRECTED(false),
    /** Somebody named you in a discussion. */
    MENTIONED(true),
    /** Somebody replied to your comment. */
    REPLIED(true),
    /** A verdict of yours is to be looked at again. */
    REVIEW_DUE(true),
    /** An admin decided on something of yours. */
    MODERATED(true),
    /** Somebody appeals against a decision. */
    APPEALED(false),
    /** There is an outcome of your appeal. */
    APPEAL_DECIDED(true);

    private final boolean mailedByDefault;

    NotificationKind(boolean mailedByDefault) {
        this.mailedByDefault = mailedByDefault;
    }

    /** Whether it goes out by e-mail to those who have not said what they want. It always stands in the application then. */
    public boolean mailedByDefault() {
        return mailedByDefault;
    }
}
