package org.claimtrail.discussion;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.claimtrail.account.Actor;
import org.claimtrail.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CommentRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    CommentRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Stored(long authorId, int version, String text, boolean deleted, boolean hidden) {}

    /** Until the transaction ends this person adds no other comment. */
    void oneAtATime(Actor author) {
        jdbc.sql("select 1 from account where id = :id for no key update")
                .param("id", author.accountId())
                .query(Integer.class)
                .single();
    }

    /** The comment that this one would repeat. */
    @Nullable
    Long twin(Actor author, long claimId, NewComment typed) {
        return jdbc.sql("""
                        select id from comment
                        where author_id = :author and claim_id = :claim and parent_id is not distinct from cast(:parent as bigint)
                          and text = :text and deleted_at is null
                          and (token = cast(:token as uuid) or written_at > cast(:now as timestamptz) - interval '1 minute')
                        order by id desc limit 1
                        """)
                .param("author", author.accountId())
                .param("claim", claimId)
                .param("parent", typed.parentId())
                .param("text", typed.text())
                .param("token", typed.token() == null ? null : typed.token().toString())
                .param("now", now())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    long insert(Actor author, long claimId, NewComment typed) {
        // A form that was sent before with another text, from the browser's back button, says something new.
        long id = jdbc.sql("""
                        insert into comment (claim_id, parent_id, author_id, author_name, text, token, written_at)
                        select :claim, cast(:parent as bigint), :author, :name, :text,
                               (select t from cast(:token as uuid) t where not exists
                                   (select 1 from comment c where c.author_id = :author and c.token = t)), :now
                        returning id
                        """)
                .param("claim", claimId)
                .param("parent", typed.parentId())
                .param("author", author.accountId())
                .param("name", author.name())
                .param("text", typed.text())
                .param("token", typed.token() == null ? null : typed.token().toString())
                .param("now", now())
                .query(Long.class)
                .single();
        keepVersion(id, 0, typed.text());
        return id;
    }

    private void keepVersion(long id, int number, String text) {
        jdbc.sql(
                        "insert into comment_version (comment_id, number, text, written_at) values (:id, :number, :text, :now)")
                .param("id", id)
                .param("number", number)
                .param("text", text)
                .param("now", now())
                .update();
    }

    void update(long id, int version, String text) {
        jdbc.sql("update comment set text = :text, edited_at = :now, version = :version where id = :id")
                .param("text", text)
                .param("now", now())
                .param("version", version)
                .param("id", id)
                .update();
        keepVersion(id, version, text);
    }

    void delete(long id) {
        jdbc.sql("update comment set deleted_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Whether this person was not told of the comment before. */
    boolean mention(long id, Mention person) {
        return jdbc.sql("insert into comment_mention (comment_id, account_id, account_name)"
                                + " values (:comment, :account, :name) on conflict do nothing")
                        .param("comment", id)
                        .param("account", person.accountId())
                        .param("name", person.name())
                        .update()
                > 0;
    }

    /** The comment, locked until the transaction ends. */
    Stored lock(long claimId, long id) {
        return jdbc.sql("select author_id, version, text, deleted_at,"
                        + " hidden_notice(claim_id, 'comment', id) is not null as hidden from comment"
                        + " where claim_id = :claim and id = :id for update")
                .param("claim", claimId)
                .param("id", id)
                .query((row, n) -> new Stored(
                        row.getLong("author_id"),
                        row.getInt("version"),
                        row.getString("text"),
                        row.getObject("deleted_at") != null,
                        row.getBoolean("hidden")))
                .optional()
                .orElseThrow(() -> new NotFound("comment", id));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
