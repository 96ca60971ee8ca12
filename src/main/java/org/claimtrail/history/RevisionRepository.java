package org.claimtrail.history;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads and adds rows of the history. There is no way to change one. */
@Repository
class RevisionRepository {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    RevisionRepository(JdbcTemplate template, JdbcClient jdbc, JsonMapper json) {
        this.template = template;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The end of a claim's chain. */
    record Head(int number, Hash hash) {}

    Optional<Head> lockHead(long claimId) {
        return head(claimId, " for update");
    }

    Optional<Head> head(long claimId) {
        return head(claimId, "");
    }

    private Optional<Head> head(long claimId, String lock) {
        return jdbc.sql("select number, hash from chain_head where claim_id = :claim" + lock)
                .param("claim", claimId)
                .query((row, n) -> new Head(row.getInt("number"), new Hash(row.getBytes("hash"))))
                .optional();
    }

    void addFirst(Collection<Revision> firsts) {
        insert(firsts);
        template.batchUpdate(
                "insert into chain_head (claim_id, number, hash) values (?, ?, ?)", firsts, 500, (statement, r) -> {
                    statement.setLong(1, r.claimId());
                    statement.setInt(2, r.number());
                    statement.setBytes(3, r.hash().bytes());
                });
    }

    void addNext(Revision next) {
        insert(List.of(next));
        jdbc.sql("update chain_head set number = :number, hash = :hash where claim_id = :claim")
                .param("number", next.number())
                .param("hash", next.hash().bytes())
                .param("claim", next.claimId())
                .update();
    }

    private void insert(Collection<Revision> revisions) {
        template.batchUpdate("""
                insert into revision (claim_id, number, actor_id, actor_name, at, action, reason, before, after,
                    previous_hash, hash, seal, salt)
                values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?, decode(?, 'hex'))
                """, revisions, 500, (statement, r) -> {
            statement.setLong(1, r.claimId());
            statement.setInt(2, r.number());
            statement.setObject(3, r.actorId(), Types.BIGINT);
            statement.setString(4, r.actorName());
            statement.setObject(5, OffsetDateTime.ofInstant(r.at(), ZoneOffset.UTC));
            statement.setString(6, r.action());
            statement.setString(7, r.reason());
            statement.setString(8, json.writeValueAsString(r.before().values()));
            statement.setString(9, json.writeValueAsString(r.after().values()));
            statement.setBytes(10, r.previousHash().bytes());
            statement.setBytes(11, r.hash().bytes());
            statement.setInt(12, r.seal().format());
            statement.setString(13, r.seal().salt());
        });
    }

    /** All rows of a claim up to a number, oldest first. */
    List<Revision> upTo(long claimId, int number) {
        return jdbc.sql("select * from revision where claim_id = :claim and number <= :number order by number")
                .param("claim", claimId)
                .param("number", number)
                .query((row, n) -> RevisionRow.read(row, json))
                .list();
    }

    /** What is hidden at a claim now. */
    Hidden hidden(long claimId) {
        Map<String, String> notices = new HashMap<>();
        jdbc.sql("select part, item_id, notice from hidden_now where claim_id = :claim")
                .param("claim", claimId)
                .query(row -> {
                    notices.put(row.getString("part") + "." + row.getLong("item_id"), row.getString("notice"));
                });
        return new Hidden(notices);
    }
}
