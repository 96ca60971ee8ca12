package org.claimtrail.discussion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.claimtrail.account.Actor;
import org.claimtrail.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads discussions for pages: four statements, however many comments there are. */
@Service
public class Discussions {

    private static final int PAGE = 200;
    private static final String COLUMNS =
            "select id, parent_id, author_id, shown_name(claim_id, author_id, author_name) as author_name,"
                    + " written_at, edited_at, deleted_at, version,"
                    + " case when deleted_at is null then shown_comment(claim_id, id, text) else '' end as text,"
                    + " hidden_notice(claim_id, 'comment', id) is not null as hidden from comment";

    private final JdbcClient jdbc;

    Discussions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A comment as it is stored; the text is empty where it is deleted. */
    record Row(
            long id,
            @Nullable Long parentId,
            long authorId,
            String authorName,
            String text,
            Instant writtenAt,
            @Nullable Instant editedAt,
            @Nullable Instant deletedAt,
            int version,
            boolean hidden) {}

    /**
     * The newest comments on a claim.
     *
     * @param before only those with a smaller number; null for the newest
     */
    @Transactional(readOnly = true)
    public Discussion of(long claimId, Actor reader, @Nullable Long before) {
        List<Row> rows = jdbc.sql("select c.* from (" + COLUMNS + " where claim_id = :claim"
                        + " and (cast(:before as bigint) is null or id < :before) order by id desc limit :size) c"
                        + " order by c.id")
                .param("claim", claimId)
                .param("before", before)
                .param("size", PAGE + 1)
                .query((row, n) -> row(row))
                .list();
        boolean more = rows.size() > PAGE;
        List<Row> shown = more ? rows.subList(1, rows.size()) : rows;
        int count = jdbc.sql("select count(*) from comment where claim_id = :claim")
                .param("claim", claimId)
                .query(Integer.class)
                .single();
        return new Discussion(
                claimId,
                new CommentThread(shown, mentions(claimId), reader).inOrder(),
                count,
                people().stream()
                        .filter(person -> !reader.is(person.accountId()))
                        .toList(),
                more ? shown.get(0).id() : null,
                null,
                UUID.randomUUID());
    }

    /**
     * One comment.
     *
     * @throws NotFound where the claim has none of this number, or its author deleted it
     */
    @Transactional(readOnly = true)
    public CommentView find(long claimId, long id, Actor reader) {
        Row found = jdbc.sql(COLUMNS + " where claim_id = :claim and id = :id and deleted_at is null")
                .param("claim", claimId)
                .param("id", id)
                .query((row, n) -> row(row))
                .optional()
                .orElseThrow(() -> new NotFound("comment", id));
        return new CommentThread(List.of(found), Map.of(), reader).inOrder().get(0);
    }

    /** Everybody who can be named. */
    List<Mention> people() {
        return jdbc.sql("select id, name from account where status = 'active' order by lower(name), id")
                .query((row, n) -> new Mention(row.getLong("id"), row.getString("name")))
                .list();
    }

    private Map<Long, List<Mention>> mentions(long claimId) {
        Map<Long, List<Mention>> mentions = new HashMap<>();
        jdbc.sql("select m.comment_id, m.account_id,"
                        + " shown_name(c.claim_id, m.account_id, m.account_name) as account_name from comment_mention m join comment c on c.id = m.comment_id"
                        + " where c.claim_id = :claim order by m.comment_id, m.account_name, m.account_id")
                .param("claim", claimId)
                .query(row -> {
                    mentions.computeIfAbsent(row.getLong("comment_id"), key -> new ArrayList<>())
                            .add(new Mention(row.getLong("account_id"), row.getString("account_name")));
                });
        return mentions;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getObject("parent_id", Long.class),
                row.getLong("author_id"),
                row.getString("author_name"),
                row.getString("text"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                instant(row, "edited_at"),
                instant(row, "deleted_at"),
                row.getInt("version"),
                row.getBoolean("hidden"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
