package org.claimtrail.history;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a revision is sealed: SHA-256 over its fields in this order: previous hash (hex), claim, number, actor's account,
 * actor's name, instant (ISO 8601 in UTC), action, reason, the number of names in before, then each name and value in
 * the order of their UTF-16 code units, and the same for after. Each field is written as a netstring
 * (https://cr.yp.to/proto/netstrings.txt): its length in bytes of UTF-8, a colon, the bytes, a comma; an absent field is
 * {@code -,}.
 */
public final class HashChain {

    private HashChain() {}

    static Hash seal(
            Hash previous,
            long claimId,
            int number,
            @Nullable Long actorId,
            String actorName,
            Instant at,
            String action,
            @Nullable String reason,
            Facts before,
            Facts after) {
        Netstrings fields = new Netstrings();
        fields.add(previous.hex());
        fields.add(Long.toString(claimId));
        fields.add(Integer.toString(number));
        fields.add(actorId == null ? null : actorId.toString());
        fields.add(actorName);
        fields.add(at.toString());
        fields.add(action);
        fields.add(reason);
        fields.add(before);
        fields.add(after);
        return new Hash(fields.sha256());
    }

    /** The hash that this row should have. */
    static Hash seal(Revision r) {
        return seal(
                r.previousHash(),
                r.claimId(),
                r.number(),
                r.actorId(),
                r.actorName(),
                r.at(),
                r.action(),
                r.reason(),
                r.before(),
                r.after());
    }

    /**
     * Recomputes a chain.
     *
     * @param revisions all rows of one claim, by number
     * @param headNumber the number of the newest row, as it is kept apart from the rows
     * @param headHash the newest row's hash, as it is kept apart
     * @return the number of the first row that does not fit (which may be one that is missing), or nothing
     */
    public static Optional<Integer> firstBroken(List<Revision> revisions, int headNumber, Hash headHash) {
        Hash previous = Hash.ZERO;
        int expected = 1;
        for (Revision r : revisions) {
            if (r.number() != expected
                    || !r.previousHash().equals(previous)
                    || !r.hash().equals(seal(r))) {
                return Optional.of(expected);
            }
            previous = r.hash();
            expected++;
        }
        boolean whole = headNumber == expected - 1 && headHash.equals(previous);
        return whole ? Optional.empty() : Optional.of(Math.min(expected, Math.max(headNumber, 1)));
    }

    private static final class Netstrings {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        void add(@Nullable String field) {
            if (field == null) {
                out.writeBytes(new byte[] {'-', ','});
                return;
            }
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            out.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(bytes);
            out.write(',');
        }

        void add(Facts facts) {
            add(Integer.toString(facts.values().size()));
            facts.values().forEach((name, value) -> {
                add(name);
                add(value);
            });
        }

        byte[] sha256() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
