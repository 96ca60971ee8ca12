package org.claimtrail.account;

import java.util.Set;

/** The columns of the database that are called after a person, or can hold one. */
final class PersonalColumns {

    /** Every column of every table that can hold a person's name or address as theirs. */
    static final Set<String> HOLD_A_PERSON = Set.of(
            "account.email",
            "account.name",
            "appeal.account_name",
            "article.created_by_name",
            "audit_entry.actor_name",
            "audit_entry.details",
            "audit_entry.subject",
            "comment.author_name",
            "comment.text",
            "comment_mention.account_name",
            "comment_version.text",
            "correction.actor_name",
            "desk_setting.changed_by_name",
            "flag.raised_by_name",
            "interest.account_name",
            "kept_text.value",
            "moderation_entry.actor_name",
            "notification.by_name",
            "revision.actor_name",
            "revision.after",
            "revision.before",
            "scheduled_tasks.task_instance",
            "second_factor_rule.set_by_name",
            "second_review.adjudicator_name",
            "second_review.first_reviewer_name",
            "second_review.second_reviewer_name",
            "sign_in_failure.subject",
            "spring_session.principal_name",
            "spring_session_attributes.attribute_bytes",
            "verdict.adjudicator_name",
            "verdict.first_reviewer_name",
            "verdict.second_reviewer_name");

    /** Columns called so that name something else: a scale, a claimant, whoever wrote an article. */
    static final Set<String> NAME_SOMETHING_ELSE = Set.of(
            "article.author",
            "claim.claimant_name",
            "job_failure.task_name",
            "rate_limit.name",
            "rating_scale.name",
            "scheduled_tasks.task_name",
            "spring_session_attributes.attribute_name");

    private PersonalColumns() {}
}
