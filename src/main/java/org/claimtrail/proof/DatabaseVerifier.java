package org.claimtrail.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.claimtrail.history.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes all that a desk's database says of its history: chains, log, tree, checkpoints, articles, and whether claims,
 * evidence and verdicts say what the history says of them. Reads one snapshot, row by row, and changes nothing.
 */
final class DatabaseVerifier {

    private final Connection connection;
    private final Findings findings = new Findings();

    /** @param connection one without a transaction; autocommit is switched off and on */
    DatabaseVerifier(Connection connection) {
        this.connection = connection;
    }

    Findings verify(List<Pin> pins) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        if (autoCommit) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
            }
        }
        try {
            new ChainsCheck(connection, findings).run();
            log(pins);
            articles();
            new NamesCheck(connection, findings).run();
            return findings;
        } finally {
            if (autoCommit) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private record Leaf(long position, Hash hash) {}

    private record Node(int level, long place, Hash hash) {}

    private record Changed(int checkpoint, Outside.Article article) {}

    private record Logged(int checkpoint, Outside.Erased erased) {}

    private void log(List<Pin> pins) throws SQLException {
        LogCheck check = new LogCheck(findings, pins, true);
        try (Rows<Leaf> leaves = new Rows<>(
                        connection,
                        "select position, hash from revision_log order by position",
                        row -> new Leaf(row.getLong("position"), hash(row, "hash")));
                Rows<Node> nodes = new Rows<>(
                        connection,
                        "select level, place, hash from log_node order by (place + 1) << level, level",
                        row -> new Node(row.getInt("level"), row.getLong("place"), hash(row, "hash")));
                Rows<Changed> changed = new Rows<>(
                        connection,
                        "select checkpoint, article_id as id, version, digest from checkpoint_article"
                                + " order by checkpoint, article_id",
                        row -> new Changed(row.getInt("checkpoint"), article(row)));
                Rows<Logged> erased = new Rows<>(
                        connection,
                        "select checkpoint, number, digest from checkpoint_erasure order by checkpoint, number",
                        row -> new Logged(
                                row.getInt("checkpoint"),
                                new Outside.Erased(row.getInt("number"), hash(row, "digest"))));
                Rows<Checkpoint> checkpoints = new Rows<>(
                        connection, "select * from checkpoint order by number", row -> Checkpoints.row(row, 0))) {
            while (checkpoints.peek() != null && !check.failed()) {
                Checkpoint checkpoint = checkpoints.take();
                while (leaves.peek() != null && check.size() < checkpoint.size()) {
                    Leaf leaf = leaves.take();
                    check.leaf(leaf.position(), leaf.hash(), (level, place, hash) -> {
                        if (level >= StoredTree.STORED_LEVEL) {
                            compare(check, new Node(level, place, hash), nodes);
                        }
                    });
                }
                check.checkpoint(
                        checkpoint,
                        new Outside.Changes(
                                articles(changed, checkpoint.number()), erased(erased, checkpoint.number())));
            }
            long rest = 0;
            if (!check.failed()) {
                for (; leaves.peek() != null; leaves.take()) {
                    rest++;
                }
                Node node = nodes.peek();
                if (node != null) {
                    check.misfit(new Misfit(
                            place(node), "stored subtree", "none", node.hash().hex()));
                }
                Changed more = changed.peek();
                if (more != null) {
                    check.misfit(new Misfit(
                            "checkpoint " + more.checkpoint(),
                            "articles of it",
                            "none",
                            "article " + more.article().id()));
                }
            }
            for (; checkpoints.peek() != null; findings.newest = checkpoints.take()) {}
            check.end(rest);
        }
    }

    private static void compare(LogCheck check, Node expected, Rows<Node> nodes) {
        Node stored = nodes.peek();
        if (!expected.equals(stored)) {
            check.misfit(new Misfit(
                    place(expected),
                    "stored subtree",
                    expected.hash().hex(),
                    stored == null
                            ? "none"
                            : place(stored) + " " + stored.hash().hex()));
        }
        try {
            if (stored != null) {
                nodes.take();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String place(Node node) {
        return "positions %d to %d".formatted(node.place() << node.level(), ((node.place() + 1) << node.level()) - 1);
    }

    private static List<Outside.Article> articles(Rows<Changed> rows, int checkpoint) throws SQLException {
        List<Outside.Article> articles = new ArrayList<>();
        for (Changed next = rows.peek(); next != null && next.checkpoint() <= checkpoint; next = rows.peek()) {
            articles.add(rows.take().article());
        }
        return articles;
    }

    private static List<Outside.Erased> erased(Rows<Logged> rows, int checkpoint) throws SQLException {
        List<Outside.Erased> erased = new ArrayList<>();
        for (Logged next = rows.peek(); next != null && next.checkpoint() <= checkpoint; next = rows.peek()) {
            erased.add(rows.take().erased());
        }
        return erased;
    }

    private record Described(
            long id, @Nullable Hash now, @Nullable Hash logged, boolean waiting) {}

    /** Whether articles are what the last checkpoint that names them says, unless they wait for the next. */
    private void articles() throws SQLException {
        String sql = "select coalesce(d.id, l.article_id) as id, d.digest as now, l.digest as logged,"
                + " exists (select 1 from article_to_log q where q.article_id = coalesce(d.id, l.article_id)) as waiting"
                + " from (" + Outside.recomputed() + ") d full join (select distinct on (article_id) article_id, digest"
                + " from checkpoint_article order by article_id, checkpoint desc) l on l.article_id = d.id order by 1";
        boolean fits = true;
        try (Rows<Described> rows = new Rows<>(
                connection,
                sql,
                row -> new Described(
                        row.getLong("id"), orNull(row, "now"), orNull(row, "logged"), row.getBoolean("waiting")))) {
            while (rows.peek() != null) {
                Described article = rows.take();
                findings.articles++;
                boolean same = article.now() != null && article.now().equals(article.logged());
                if (!same && article.now() != null && article.waiting()) {
                    findings.articlesNotYetLogged++;
                } else if (!same && fits) {
                    fits = false;
                    findings.add(new Misfit(
                            "article " + article.id(),
                            "digest of its details and texts",
                            hex(article.logged()),
                            hex(article.now())));
                }
            }
        }
    }

    static Hash hash(ResultSet row, String column) throws SQLException {
        return new Hash(row.getBytes(column));
    }

    private static @Nullable Hash orNull(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : new Hash(bytes);
    }

    private static String hex(@Nullable Hash hash) {
        return hash == null ? "none" : hash.hex();
    }

    private static Outside.Article article(ResultSet row) throws SQLException {
        return new Outside.Article(row.getLong("id"), row.getInt("version"), hash(row, "digest"));
    }
}
