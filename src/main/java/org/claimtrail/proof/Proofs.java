package org.claimtrail.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.history.Hash;
import org.claimtrail.history.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Shows of revisions that they are under the newest checkpoint. */
@Service
public class Proofs {

    private final Checkpoints checkpoints;
    private final StoredTree tree;
    private final JdbcTemplate jdbc;

    Proofs(Checkpoints checkpoints, StoredTree tree, JdbcTemplate jdbc) {
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.jdbc = jdbc;
    }

    /**
     * A revision's way to the root.
     *
     * @param path the hashes that are needed, from the leaf up
     * @param steps the same with what comes out of each
     * @param included whether they lead to the checkpoint's root
     */
    public record Inclusion(
            Revision revision,
            long position,
            Hash leaf,
            List<Hash> path,
            List<MerkleTree.Step> steps,
            boolean included) {}

    /**
     * What is shown of several revisions of a claim.
     *
     * @param checkpoint the newest one; null where there is none yet
     * @param inclusions of those that it covers
     * @param uncovered the others
     */
    public record Proof(@Nullable Checkpoint checkpoint, List<Inclusion> inclusions, List<Revision> uncovered) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Proof of(long claimId, List<Revision> revisions) {
        Checkpoint checkpoint = checkpoints.newest().orElse(null);
        long size = checkpoint == null ? 0 : checkpoint.size();
        Map<Integer, Long> positions = new HashMap<>();
        jdbc.query(
                "select number, position from revision_log where claim_id = ? and position < ?",
                row -> {
                    positions.put(row.getInt("number"), row.getLong("position"));
                },
                claimId,
                size);
        List<Revision> covered = revisions.stream()
                .filter(r -> positions.containsKey(r.number()))
                .toList();
        List<Revision> uncovered = revisions.stream()
                .filter(r -> !positions.containsKey(r.number()))
                .toList();
        List<List<Hash>> paths = tree.read(ranges -> covered.stream()
                .map(r -> MerkleTree.path(positions.getOrDefault(r.number(), 0L), size, ranges))
                .toList());
        List<Inclusion> inclusions = new ArrayList<>();
        for (int i = 0; i < covered.size(); i++) {
            Revision r = covered.get(i);
            long position = positions.getOrDefault(r.number(), 0L);
            Hash leaf = MerkleTree.leaf(r.hash());
            List<MerkleTree.Step> steps = MerkleTree.steps(leaf, position, size, paths.get(i));
            Hash root = steps.isEmpty() ? leaf : steps.get(steps.size() - 1).result();
            boolean included = checkpoint != null && root.equals(checkpoint.root());
            inclusions.add(new Inclusion(r, position, leaf, paths.get(i), steps, included));
        }
        return new Proof(checkpoint, inclusions, uncovered);
    }
}
