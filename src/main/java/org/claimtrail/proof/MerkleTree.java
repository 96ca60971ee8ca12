package org.claimtrail.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.claimtrail.history.Hash;

/**
 * The Merkle tree of RFC 6962, section 2.1: a leaf is SHA-256 over a zero byte and the data, a node SHA-256 over a byte one
 * and its two children, and the left child of n leaves covers the largest power of two below n.
 */
public final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /** The hash over the leaves from (inclusive) to (exclusive). */
    @FunctionalInterface
    public interface Ranges {
        Hash hash(long from, long to);
    }

    /** The root of no leaves. */
    public static Hash empty() {
        return new Hash(sha256().digest());
    }

    public static Hash leaf(Hash data) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return new Hash(digest.digest(data.bytes()));
    }

    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes());
        return new Hash(digest.digest(right.bytes()));
    }

    /** The largest power of two below n, which is above 1. */
    static long split(long n) {
        return Long.highestOneBit(n - 1);
    }

    /** What is needed to come from the leaf at a position to the root of the first size leaves, lowest first. */
    public static List<Hash> path(long position, long size, Ranges ranges) {
        if (position < 0 || position >= size) {
            throw new IllegalArgumentException("no leaf %d of %d".formatted(position, size));
        }
        List<Hash> fromTop = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (position < middle) {
                fromTop.add(ranges.hash(middle, to));
                to = middle;
            } else {
                fromTop.add(ranges.hash(from, middle));
                from = middle;
            }
        }
        return reversed(fromTop);
    }

    /** One step on the way from a leaf to the root. */
    public record Step(boolean siblingLeft, Hash sibling, Hash result) {}

    /** The root that a leaf and its path lead to. */
    static Hash rootOf(Hash leaf, long position, long size, List<Hash> path) {
        List<Step> steps = steps(leaf, position, size, path);
        return steps.isEmpty() ? leaf : steps.get(steps.size() - 1).result();
    }

    /** The way from a leaf along its path. */
    static List<Step> steps(Hash leaf, long position, long size, List<Hash> path) {
        List<Step> steps = new ArrayList<>();
        Hash hash = leaf;
        long node = position;
        long last = size - 1;
        for (Hash sibling : path) {
            if (last == 0) {
                throw new IllegalArgumentException("the path is too long");
            }
            boolean left = (node & 1) == 1 || node == last;
            hash = left ? node(sibling, hash) : node(hash, sibling);
            steps.add(new Step(left, sibling, hash));
            if (left) {
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new IllegalArgumentException("the path is too short");
        }
        return steps;
    }

    /** What shows that the first earlier leaves are the beginning of the first size leaves; none where it is all or nothing. */
    public static List<Hash> consistency(long earlier, long size, Ranges ranges) {
        if (earlier < 0 || earlier > size) {
            throw new IllegalArgumentException("no first %d of %d".formatted(earlier, size));
        }
        List<Hash> fromTop = new ArrayList<>();
        if (earlier == 0) {
            return fromTop;
        }
        long from = 0;
        long to = size;
        boolean knownRoot = true;
        while (earlier != to) {
            long middle = from + split(to - from);
            if (earlier <= middle) {
                fromTop.add(ranges.hash(middle, to));
                to = middle;
            } else {
                fromTop.add(ranges.hash(from, middle));
                from = middle;
                knownRoot = false;
            }
        }
        if (!knownRoot) {
            fromTop.add(ranges.hash(from, to));
        }
        return reversed(fromTop);
    }

    /** Whether the proof leads from the earlier root to the later one (RFC 9162, section 2.1.4.2). */
    public static boolean consistent(long earlier, Hash earlierRoot, long size, Hash root, List<Hash> proof) {
        if (earlier == 0) {
            return proof.isEmpty() && earlierRoot.equals(empty());
        }
        if (earlier == size) {
            return proof.isEmpty() && earlierRoot.equals(root);
        }
        List<Hash> steps = new ArrayList<>(proof);
        if (Long.bitCount(earlier) == 1) {
            steps.add(0, earlierRoot);
        }
        if (earlier > size || steps.isEmpty()) {
            return false;
        }
        long node = earlier - 1;
        long last = size - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Hash old = steps.get(0);
        Hash now = old;
        for (Hash step : steps.subList(1, steps.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = node(step, old);
                now = node(step, now);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                now = node(now, step);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && old.equals(earlierRoot) && now.equals(root);
    }

    private static List<Hash> reversed(List<Hash> hashes) {
        Collections.reverse(hashes);
        return hashes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
