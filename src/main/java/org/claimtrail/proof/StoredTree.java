package org.claimtrail.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.claimtrail.history.Hash;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The tree over the log, as the database keeps it: the hashes of all leaves, and those of whole subtrees of 256 leaves and
 * more. Whatever is asked of it takes two statements.
 */
@Component
class StoredTree {

    /** The smallest subtrees that are stored: 256 leaves. */
    static final int STORED_LEVEL = 8;

    private static final long STORED_WIDTH = 1L << STORED_LEVEL;

    private final JdbcTemplate jdbc;

    StoredTree(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Node(int level, long place) {}

    private record Leaves(long from, long to) {}

    /**
     * Does work that asks for hashes of ranges. It is done twice: first to learn which are asked for.
     *
     * @param work asks for the same ranges whatever the answers are
     */
    <T> T read(Function<MerkleTree.Ranges, T> work) {
        Set<Node> nodes = new LinkedHashSet<>();
        List<Leaves> leaves = new ArrayList<>();
        work.apply((from, to) -> hash(
                from,
                to,
                node -> {
                    nodes.add(node);
                    return Hash.ZERO;
                },
                range -> {
                    leaves.add(range);
                    return Hash.ZERO;
                }));
        Map<Node, Hash> known = nodes(nodes);
        Map<Long, Hash> data = leaves(leaves);
        return work.apply((from, to) -> hash(
                from,
                to,
                node -> Objects.requireNonNull(known.get(node), "a subtree that is not stored"),
                range -> over(range.from(), range.to(), data)));
    }

    private static Hash hash(long from, long to, Function<Node, Hash> stored, Function<Leaves, Hash> small) {
        long width = to - from;
        if (width >= STORED_WIDTH && Long.bitCount(width) == 1 && from % width == 0) {
            int level = Long.numberOfTrailingZeros(width);
            return stored.apply(new Node(level, from >> level));
        }
        if (width <= STORED_WIDTH) {
            return small.apply(new Leaves(from, to));
        }
        long middle = from + MerkleTree.split(width);
        return MerkleTree.node(hash(from, middle, stored, small), hash(middle, to, stored, small));
    }

    private static Hash over(long from, long to, Map<Long, Hash> data) {
        RightEdge edge = new RightEdge();
        for (long position = from; position < to; position++) {
            edge.add(Objects.requireNonNull(data.get(position), "a position that is not in the log"));
        }
        return edge.root();
    }

    private Map<Node, Hash> nodes(Set<Node> wanted) {
        Map<Node, Hash> known = new HashMap<>();
        Integer[] levels = wanted.stream().map(Node::level).toArray(Integer[]::new);
        Long[] places = wanted.stream().map(Node::place).toArray(Long[]::new);
        jdbc.query(
                """
                select n.level, n.place, n.hash from unnest(?, ?) as w (level, place)
                    join log_node n on n.level = w.level and n.place = w.place
                """,
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("int2", levels));
                    statement.setArray(2, statement.getConnection().createArrayOf("int8", places));
                },
                row -> {
                    known.put(new Node(row.getInt("level"), row.getLong("place")), new Hash(row.getBytes("hash")));
                });
        return known;
    }

    private Map<Long, Hash> leaves(List<Leaves> wanted) {
        Map<Long, Hash> data = new HashMap<>();
        Long[] from = wanted.stream().map(Leaves::from).toArray(Long[]::new);
        Long[] to = wanted.stream().map(Leaves::to).toArray(Long[]::new);
        jdbc.query(
                """
                select l.position, l.hash from unnest(?, ?) as w (first, after)
                    join revision_log l on l.position >= w.first and l.position < w.after
                """,
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("int8", from));
                    statement.setArray(2, statement.getConnection().createArrayOf("int8", to));
                },
                row -> {
                    data.put(row.getLong("position"), new Hash(row.getBytes("hash")));
                });
        return data;
    }
}
