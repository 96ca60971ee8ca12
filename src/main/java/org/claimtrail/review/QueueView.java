package org.claimtrail.review;

import org.claimtrail.support.Coded;

/** What the queue can be narrowed to with one press. */
public enum QueueView implements Coded {
    /** In the reader's hands, or submitted by them. */
    MINE("c.assignee_id = :reader and c.state in ('in_review', 'second_review')"),

    /** Free to take. */
    UNASSIGNED("c.state = 'open'"),

    /** A second review that the reader may give, or a difference that they may decide. */
    WAITING_FOR_ME("""
            c.state = 'second_review' and not c.hidden and not declared_interest(c.id, :reader)
            and exists (select 1 from second_review s where s.claim_id = c.id and s.recalled_at is null
                and (s.given_at is not null or not had_claim(c.id, :reader)))"""),

    /** Submitted by the reader, and not rated by anybody else yet. */
    WAITING_ON_OTHERS("""
            c.assignee_id = :reader and c.state = 'second_review' and exists (select 1 from second_review s
                where s.claim_id = c.id and s.recalled_at is null and s.given_at is null)"""),

    /** Under review, and untouched for a week. */
    STALE("c.state in ('in_review', 'second_review') and c.changed_at < :staleBefore"),

    /** Their day has passed. */
    OVERDUE("c.due_on < :today and c.state in ('open', 'in_review', 'second_review')"),

    /** Changed since the reader looked at them last. */
    CHANGED("""
            exists (select 1 from claim_visit x join chain_head y on y.claim_id = x.claim_id
                where x.claim_id = c.id and x.account_id = :reader and y.number > x.number)"""),

    /** Public, and past the day by which they should be looked at again. */
    REVIEW_DUE("""
            c.state in ('published', 'corrected') and exists (select 1 from verdict x where x.claim_id = c.id
                and x.review_by < :today)""");

    /** After so many days without a change a claim under review counts as stale. */
    public static final int STALE_DAYS = 7;

    private final String condition;

    QueueView(String condition) {
        this.condition = condition;
    }

    /** A condition on {@code claim c}. */
    String condition() {
        return "(" + condition + ")";
    }
}
