package org.claimtrail.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.claimtrail.history.Hash;
import org.junit.jupiter.api.Test;

/** Against the recursive definitions of RFC 6962, section 2.1, for every size up to 70. */
class MerkleTreeTests {

    private static final int MOST = 70;
    private static final List<Hash> DATA = data();

    @Test
    void theEmptyTreeAndALeafAreThoseOfTheRfc() throws Exception {
        assertThat(MerkleTree.empty().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        byte[] leaf = new byte[33];
        System.arraycopy(DATA.get(0).bytes(), 0, leaf, 1, 32);
        assertThat(MerkleTree.leaf(DATA.get(0)).hex()).isEqualTo(hex(leaf));
        byte[] node = new byte[65];
        node[0] = 1;
        System.arraycopy(DATA.get(0).bytes(), 0, node, 1, 32);
        System.arraycopy(DATA.get(1).bytes(), 0, node, 33, 32);
        assertThat(MerkleTree.node(DATA.get(0), DATA.get(1)).hex()).isEqualTo(hex(node));
    }

    @Test
    void aRootThatGrowsLeafByLeafIsThatOfTheDefinition() {
        RightEdge edge = new RightEdge();
        Map<String, Hash> whole = new HashMap<>();
        for (int n = 0; n <= MOST; n++) {
            assertThat(edge.size()).isEqualTo(n);
            assertThat(edge.root()).isEqualTo(naive(0, n));
            assertThat(RightEdge.of(n, MerkleTreeTests::naive).root()).isEqualTo(naive(0, n));
            edge.add(DATA.get(n), (level, place, hash) -> whole.put(level + "/" + place, hash));
        }
        whole.forEach((name, hash) -> {
            int level = Integer.parseInt(name.substring(0, name.indexOf('/')));
            long place = Long.parseLong(name.substring(name.indexOf('/') + 1));
            assertThat(hash).isEqualTo(naive(place << level, (place + 1) << level));
        });
        assertThat(whole).hasSize(35 + 17 + 8 + 4 + 2 + 1);
    }

    @Test
    void everyPathIsThatOfTheDefinitionAndLeadsToTheRootFromItsLeafOnly() {
        for (int n = 1; n <= MOST; n++) {
            Hash root = naive(0, n);
            for (int m = 0; m < n; m++) {
                List<Hash> path = MerkleTree.path(m, n, MerkleTreeTests::naive);
                assertThat(path).isEqualTo(naivePath(m, 0, n));
                assertThat(MerkleTree.rootOf(MerkleTree.leaf(DATA.get(m)), m, n, path))
                        .isEqualTo(root);
                assertThat(MerkleTree.rootOf(MerkleTree.leaf(DATA.get(n)), m, n, path))
                        .isNotEqualTo(root);
                for (int i = 0; i < path.size(); i++) {
                    List<Hash> bent = new ArrayList<>(path);
                    bent.set(i, DATA.get(0));
                    assertThat(MerkleTree.rootOf(MerkleTree.leaf(DATA.get(m)), m, n, bent))
                            .isNotEqualTo(root);
                }
                List<Hash> longer = new ArrayList<>(path);
                longer.add(DATA.get(0));
                int position = m;
                int size = n;
                assertThatThrownBy(() -> MerkleTree.rootOf(DATA.get(0), position, size, longer))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void everyConsistencyProofIsThatOfTheDefinitionAndHoldsForItsTwoRootsOnly() {
        for (int n = 1; n <= MOST; n++) {
            for (int m = 0; m <= n; m++) {
                List<Hash> proof = MerkleTree.consistency(m, n, MerkleTreeTests::naive);
                assertThat(proof).isEqualTo(m == 0 ? List.of() : naiveProof(m, 0, n, true));
                assertThat(MerkleTree.consistent(m, naive(0, m), n, naive(0, n), proof))
                        .as("%d in %d", m, n)
                        .isTrue();
                assertThat(MerkleTree.consistent(m, DATA.get(0), n, naive(0, n), proof))
                        .isFalse();
                if (m > 0) {
                    assertThat(MerkleTree.consistent(m, naive(0, m), n, DATA.get(0), proof))
                            .isFalse();
                }
                for (int i = 0; i < proof.size(); i++) {
                    List<Hash> bent = new ArrayList<>(proof);
                    bent.set(i, DATA.get(0));
                    assertThat(MerkleTree.consistent(m, naive(0, m), n, naive(0, n), bent))
                            .isFalse();
                }
            }
        }
    }

    private static Hash naive(long from, long to) {
        if (from == to) {
            return MerkleTree.empty();
        }
        if (to - from == 1) {
            return MerkleTree.leaf(DATA.get((int) from));
        }
        long middle = from + power(to - from);
        return MerkleTree.node(naive(from, middle), naive(middle, to));
    }

    private static List<Hash> naivePath(long m, long from, long to) {
        if (to - from == 1) {
            return List.of();
        }
        long k = power(to - from);
        boolean left = m < k;
        List<Hash> path = new ArrayList<>(left ? naivePath(m, from, from + k) : naivePath(m - k, from + k, to));
        path.add(left ? naive(from + k, to) : naive(from, from + k));
        return path;
    }

    private static List<Hash> naiveProof(long m, long from, long to, boolean known) {
        if (m == to - from) {
            return known ? List.of() : List.of(naive(from, to));
        }
        long k = power(to - from);
        boolean left = m <= k;
        List<Hash> proof =
                new ArrayList<>(left ? naiveProof(m, from, from + k, known) : naiveProof(m - k, from + k, to, false));
        proof.add(left ? naive(from + k, to) : naive(from, from + k));
        return proof;
    }

    /** The largest power of two that is smaller than n. */
    private static long power(long n) {
        long k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> data() {
        List<Hash> data = new ArrayList<>();
        for (int i = 0; i <= MOST; i++) {
            try {
                data.add(Hash.parse(hex(("revision " + i).getBytes(StandardCharsets.UTF_8))));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return data;
    }

    private static String hex(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
