package org.claimtrail.discussion;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.claimtrail.account.Actor;
import org.claimtrail.claim.ClaimCatalog;
import org.claimtrail.discussion.CommentRows.Stored;
import org.claimtrail.notification.NotificationKind;
import org.claimtrail.notification.Notifications;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes comments, and tells those whom they are to reach. A comment is no part of the claim: a locked one can be discussed. */
@Service
public class Comments {

    private final CommentRows rows;
    private final ClaimCatalog claims;
    private final Discussions discussions;
    private final Notifications notifications;

    Comments(CommentRows rows, ClaimCatalog claims, Discussions discussions, Notifications notifications) {
        this.rows = rows;
        this.claims = claims;
        this.discussions = discussions;
        this.notifications = notifications;
    }

    /**
     * Adds a comment. The same form sent twice, and the same text sent twice within a minute, add one.
     *
     * @return its number
     * @throws Refused where it replies to one that its author deleted
     */
    @Transactional
    public long write(Actor author, long claimId, NewComment typed) {
        String wording = claims.find(claimId).wording();
        Stored parent = typed.parentId() == null ? null : rows.lock(claimId, typed.parentId());
        if (parent != null && parent.deleted()) {
            throw new Refused("discussion.refused.reply-to-deleted");
        }
        rows.oneAtATime(author);
        Long twin = rows.twin(author, claimId, typed);
        if (twin != null) {
            return twin;
        }
        long id = rows.insert(author, claimId, typed);
        Set<Mention> told = new LinkedHashSet<>(named(typed.text()));
        discussions.people().stream()
                .filter(person -> typed.tell() != null && person.accountId() == typed.tell())
                .forEach(told::add);
        tell(author, claimId, id, told, parent == null ? null : parent.authorId(), wording);
        return id;
    }

    /**
     * Puts another text in place of one's own; the earlier one is kept. Whom it names for the first time is told.
     *
     * @param version that was edited
     * @return whether it was saved; false where it was edited since that version
     */
    @Transactional
    public boolean edit(Actor author, long claimId, long id, int version, String text) {
        String wording = claims.find(claimId).wording();
        Stored comment = own(author, claimId, id);
        if (comment.hidden()) {
            throw new Refused("discussion.refused.hidden");
        }
        if (comment.version() != version) {
            return false;
        }
        if (comment.text().equals(text)) {
            return true;
        }
        rows.update(id, version + 1, text);
        tell(author, claimId, id, new LinkedHashSet<>(named(text)), null, wording);
        return true;
    }

    /** Takes one's own out of sight; its replies stay. */
    @Transactional
    public void delete(Actor author, long claimId, long id) {
        own(author, claimId, id);
        rows.delete(id);
    }

    private Set<Mention> named(String text) {
        return new Mentions(discussions.people()).in(text);
    }

    /** Whoever gets a reply is not told of being named in it too. */
    private void tell(
            Actor author, long claimId, long id, Set<Mention> named, @Nullable Long repliedTo, String wording) {
        named.removeIf(person -> author.is(person.accountId()));
        Set<Long> fresh = new LinkedHashSet<>();
        for (Mention person : named) {
            if (rows.mention(id, person)) {
                fresh.add(person.accountId());
            }
        }
        if (repliedTo != null) {
            fresh.remove(repliedTo);
            notifications.tell(List.of(repliedTo), NotificationKind.REPLIED, claimId, author, wording);
        }
        notifications.tell(fresh, NotificationKind.MENTIONED, claimId, author, wording);
    }

    private Stored own(Actor author, long claimId, long id) {
        Stored comment = rows.lock(claimId, id);
        if (comment.deleted()) {
            throw new NotFound("comment", id);
        }
        if (!author.is(comment.authorId())) {
            throw new Refused("discussion.refused.others");
        }
        return comment;
    }
}
