package org.claimtrail.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.claimtrail.history.Hash;
import org.claimtrail.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes checkpoints of the whole history and reads them. */
@Service
public class Checkpoints {

    /** So that one transaction at a time adds to the log. */
    private static final long LOCK = 0x636c61696d74726cL;

    private static final int FETCH = 2_000;
    private static final int BATCH = 500;
    private static final String NEWEST = "select * from checkpoint order by number desc limit 1";
    private static final String PENDING =
            "select exists (select 1 from revision_to_log) or exists (select 1 from article_to_log) or exists ("
                    + "select 1 from erasure e where not exists (" + Outside.LOGGED_ERASURE + "))";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final StoredTree tree;
    private final TransactionTemplate own;
    private final Clock clock;

    Checkpoints(DataSource source, StoredTree tree, PlatformTransactionManager transactions, Clock clock) {
        this.template = new JdbcTemplate(source);
        this.template.setFetchSize(FETCH);
        this.jdbc = JdbcClient.create(template);
        this.tree = tree;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Takes a checkpoint, in a transaction of its own, where there is anything that the newest one does not cover. */
    public Checkpoint take() {
        Checkpoint last = newest().orElse(null);
        if (last != null && !pending()) {
            return last;
        }
        return own.execute(status -> takeLocked());
    }

    /** The newest checkpoint, if it covers all that the caller's transaction sees. */
    public Optional<Checkpoint> covering() {
        return pending() ? Optional.empty() : newest();
    }

    @Transactional(readOnly = true)
    public Optional<Checkpoint> newest() {
        return jdbc.sql(NEWEST).query(Checkpoints::row).optional();
    }

    /** @throws NotFound where there is none of this number */
    @Transactional(readOnly = true)
    public Checkpoint find(int number) {
        return jdbc.sql("select * from checkpoint where number = :number")
                .param("number", number)
                .query(Checkpoints::row)
                .optional()
                .orElseThrow(() -> new NotFound("checkpoint", number));
    }

    /**
     * A page, newest first.
     *
     * @param before only those with a smaller number; null for the newest
     */
    @Transactional(readOnly = true)
    public List<Checkpoint> page(@Nullable Integer before, int size) {
        return jdbc.sql("select * from checkpoint where number < :before order by number desc limit :size")
                .param("before", before == null ? Integer.MAX_VALUE : before)
                .param("size", size)
                .query(Checkpoints::row)
                .list();
    }

    /** The first so many with a greater number, oldest first. */
    @Transactional(readOnly = true)
    public List<Checkpoint> after(int number, int size) {
        return jdbc.sql("select * from checkpoint where number > :number order by number limit :size")
                .param("number", number)
                .param("size", size)
                .query(Checkpoints::row)
                .list();
    }

    /** What shows that the earlier checkpoint's log is the beginning of the later one's. */
    @Transactional(readOnly = true)
    public List<Hash> consistency(Checkpoint earlier, Checkpoint later) {
        return tree.read(ranges -> MerkleTree.consistency(earlier.size(), later.size(), ranges));
    }

    private boolean pending() {
        return Boolean.TRUE.equals(template.queryForObject(PENDING, Boolean.class));
    }

    private Checkpoint takeLocked() {
        template.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
        Checkpoint last = newest().orElse(null);
        long from = last == null ? 0 : last.size();
        long added = log(from);
        List<Outside.Article> articles = changedArticles();
        Outside.Changes changes = new Outside.Changes(articles, newErasures());
        if (last != null && added == 0 && changes.none()) {
            return last;
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Checkpoint next = Checkpoint.next(
                last == null ? 1 : last.number() + 1,
                at,
                from + added,
                grow(from),
                Outside.after(last == null ? Hash.ZERO : last.outside(), changes),
                last == null ? Hash.ZERO : last.hash());
        template.batchUpdate(
                "insert into checkpoint_article (checkpoint, article_id, version, digest) values (?, ?, ?, ?)",
                articles,
                BATCH,
                (statement, article) -> {
                    statement.setInt(1, next.number());
                    statement.setLong(2, article.id());
                    statement.setInt(3, article.version());
                    statement.setBytes(4, article.digest().bytes());
                });
        changes.erased()
                .forEach(one -> template.update(
                        "insert into checkpoint_erasure (checkpoint, number, digest) values (?, ?, ?)",
                        next.number(),
                        one.number(),
                        one.digest().bytes()));
        template.update(
                "insert into checkpoint (number, at, size, root, outside, previous, hash) values (?, ?, ?, ?, ?, ?, ?)",
                next.number(),
                OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                next.size(),
                next.root().bytes(),
                next.outside().bytes(),
                next.previous().bytes(),
                next.hash().bytes());
        return next;
    }

    /** Gives the revisions that wait their positions, from this one on; returns how many they were. */
    private long log(long from) {
        return template.update("""
                with taken as (delete from revision_to_log returning claim_id, number)
                insert into revision_log (position, claim_id, number, hash)
                select ? - 1 + row_number() over (order by r.at, r.claim_id, r.number), r.claim_id, r.number, r.hash
                from taken t join revision r on r.claim_id = t.claim_id and r.number = t.number
                """, from);
    }

    /** Those of the articles that wait whose digest is another than when they were last looked at, by number. */
    private List<Outside.Article> changedArticles() {
        Long[] waiting = template.queryForList(
                        "with taken as (delete from article_to_log returning article_id)"
                                + " select distinct article_id from taken",
                        Long.class)
                .toArray(Long[]::new);
        if (waiting.length == 0) {
            return List.of();
        }
        return template.query(
                "select d.id, d.version, d.digest from (" + Outside.stored() + "where a.id = any (?)) d " + """
                        left join lateral (select c.digest from checkpoint_article c where c.article_id = d.id
                                           order by c.checkpoint desc limit 1) last on true
                        where last.digest is distinct from d.digest order by d.id
                        """,
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("int8", waiting)),
                (row, n) -> new Outside.Article(
                        row.getLong("id"), row.getInt("version"), new Hash(row.getBytes("digest"))));
    }

    private List<Outside.Erased> newErasures() {
        return template.query(
                Outside.erasures() + "where not exists (" + Outside.LOGGED_ERASURE + ") order by e.number",
                (row, n) -> new Outside.Erased(row.getInt("number"), new Hash(row.getBytes("digest"))));
    }

    /** Puts the leaves from this position on under the tree; returns the root. */
    private Hash grow(long from) {
        RightEdge edge = tree.read(ranges -> RightEdge.of(from, ranges));
        List<Object[]> nodes = new ArrayList<>();
        template.query(
                "select hash from revision_log where position >= ? order by position",
                row -> {
                    edge.add(new Hash(row.getBytes("hash")), (level, place, hash) -> {
                        if (level >= StoredTree.STORED_LEVEL) {
                            nodes.add(new Object[] {level, place, hash.bytes()});
                        }
                    });
                },
                from);
        template.batchUpdate("insert into log_node (level, place, hash) values (?, ?, ?)", nodes);
        return edge.root();
    }

    static Checkpoint row(ResultSet row, int n) throws SQLException {
        return new Checkpoint(
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("size"),
                new Hash(row.getBytes("root")),
                new Hash(row.getBytes("outside")),
                new Hash(row.getBytes("previous")),
                new Hash(row.getBytes("hash")));
    }
}
