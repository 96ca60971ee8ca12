package org.claimtrail.discussion.web;

import java.util.Objects;
import java.util.UUID;
import org.claimtrail.discussion.NewComment;
import org.claimtrail.support.Readable;
import org.claimtrail.support.Storable;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;

/** A comment as typed. */
record CommentForm(
        @Readable(message = "{discussion.blank}") @Storable(max = 5000)
        String comment,

        @Nullable Long parent,
        @Nullable Long tell,
        @Nullable String token,
        @Nullable Integer version) {

    /** What was typed where it cannot be taken. */
    String typed() {
        return Objects.requireNonNullElse(comment, "");
    }

    /** Null where it holds nothing to read, for example signs without width alone. */
    @Nullable
    String text() {
        return Texts.orNull(comment);
    }

    NewComment with(String text) {
        return new NewComment(text, parent, tell, uuid());
    }

    /** The version that was edited; one that never was where the form names none. */
    int editedVersion() {
        return version == null ? Integer.MIN_VALUE : version;
    }

    private @Nullable UUID uuid() {
        return token != null && token.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(token)
                : null;
    }
}
