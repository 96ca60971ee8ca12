package org.claimtrail.discussion;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment in its place in the discussion.
 *
 * @param level how far in it stands: 0 for one that replies to nothing, at most {@link #DEEPEST}
 * @param replyTo who wrote what it replies to
 * @param text empty where its author deleted it
 * @param told whom it reached without being named in the text
 * @param own whether the reader wrote it
 * @param hidden whether a notice stands in place of the text
 */
public record CommentView(
        long id,
        int level,
        @Nullable String replyTo,
        String authorName,
        String text,
        List<Piece> pieces,
        List<String> told,
        Instant writtenAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        int version,
        boolean own,
        boolean hidden) {

    /** Replies to replies stand no further in than this. */
    public static final int DEEPEST = 2;

    public boolean deleted() {
        return deletedAt != null;
    }
}
