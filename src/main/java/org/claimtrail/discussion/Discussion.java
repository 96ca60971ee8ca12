package org.claimtrail.discussion;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a claim, as a page shows it.
 *
 * @param comments each below the one that it replies to, otherwise in the order of time
 * @param count how many there are in all
 * @param people who can be told of a comment, apart from the reader
 * @param earlier the number of the oldest comment shown, where there are older ones
 * @param attempt a comment that could not be taken
 * @param token for the forms of this page
 */
public record Discussion(
        long claimId,
        List<CommentView> comments,
        int count,
        List<Mention> people,
        @Nullable Long earlier,
        @Nullable Attempt attempt,
        UUID token) {

    /** A comment that could not be taken, and the sentence that says why. */
    public record Attempt(
            String text, @Nullable Long parentId, @Nullable Long tell, String sentence) {}

    /** With an attempt, which stands with new comments where the one that it replies to cannot be replied to here. */
    public Discussion refusing(Attempt refused) {
        boolean replies = comments.stream()
                .anyMatch(comment ->
                        !comment.deleted() && Long.valueOf(comment.id()).equals(refused.parentId()));
        Attempt placed =
                new Attempt(refused.text(), replies ? refused.parentId() : null, refused.tell(), refused.sentence());
        return new Discussion(claimId, comments, count, people, earlier, placed, token);
    }

    /** What was typed in reply to this comment, or to none, where it could not be taken. */
    public @Nullable Attempt attemptAt(@Nullable Long parentId) {
        boolean here = attempt != null
                && (parentId == null ? attempt.parentId() == null : parentId.equals(attempt.parentId()));
        return here ? attempt : null;
    }
}
