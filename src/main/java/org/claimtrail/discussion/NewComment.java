package org.claimtrail.discussion;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it was typed.
 *
 * @param text with LF line ends, not blank, at most 5,000 code points
 * @param parentId the comment that it replies to
 * @param tell an account that is to be told of it besides those whom the text names
 * @param token of the form, so that one that is sent twice makes one comment
 */
public record NewComment(
        String text,
        @Nullable Long parentId,
        @Nullable Long tell,
        @Nullable UUID token) {}
