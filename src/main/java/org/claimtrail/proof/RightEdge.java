package org.claimtrail.proof;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.history.Hash;

/** The right edge of a growing Merkle tree: the whole subtrees that its leaves make up, largest first. Grows leaf by leaf. */
public final class RightEdge {

    /** Is told of every subtree that becomes whole. */
    @FunctionalInterface
    interface Completed {
        /** @param place how many subtrees of this level stand before it */
        void subtree(int level, long place, Hash hash);
    }

    private final List<Hash> subtrees = new ArrayList<>();
    private long size;

    RightEdge() {}

    /** The edge of the first size leaves of a tree. */
    static RightEdge of(long size, MerkleTree.Ranges ranges) {
        RightEdge edge = new RightEdge();
        long from = 0;
        for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
            long width = Long.highestOneBit(rest);
            edge.subtrees.add(ranges.hash(from, from + width));
            from += width;
        }
        edge.size = size;
        return edge;
    }

    void add(Hash data, Completed completed) {
        Hash hash = MerkleTree.leaf(data);
        int level = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = MerkleTree.node(subtrees.remove(subtrees.size() - 1), hash);
            level++;
            completed.subtree(level, size >> level, hash);
        }
        subtrees.add(hash);
        size++;
    }

    void add(Hash data) {
        add(data, (level, place, hash) -> {});
    }

    long size() {
        return size;
    }

    Hash root() {
        if (subtrees.isEmpty()) {
            return MerkleTree.empty();
        }
        Hash root = subtrees.get(subtrees.size() - 1);
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = MerkleTree.node(subtrees.get(i), root);
        }
        return root;
    }
}
