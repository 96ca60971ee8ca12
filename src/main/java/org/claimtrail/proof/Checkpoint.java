package org.claimtrail.proof;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.claimtrail.history.Hash;
import org.claimtrail.history.Netstrings;

/**
 * The state of the whole history at one moment, in one hash.
 *
 * @param number counts from 1
 * @param size how many revisions it covers: the first so many of the log
 * @param root of the Merkle tree over their hashes
 * @param outside over what lies outside the chains of the claims: the articles and the people who were erased, see {@link Outside}
 * @param previous the hash of the checkpoint before; 32 zero bytes for the first
 * @param hash over all of these
 */
public record Checkpoint(int number, Instant at, long size, Hash root, Hash outside, Hash previous, Hash hash) {

    static Checkpoint next(int number, Instant at, long size, Hash root, Hash outside, Hash previous) {
        return new Checkpoint(
                number, at, size, root, outside, previous, seal(number, at, size, root, outside, previous));
    }

    /** As JSON has it. */
    public Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", number);
        json.put("at", at.toString());
        json.put("size", size);
        json.put("root", root.hex());
        json.put("outside", outside.hex());
        json.put("previous", previous.hex());
        json.put("hash", hash.hex());
        return json;
    }

    /** The hash that this checkpoint should have. */
    Hash sealed() {
        return seal(number, at, size, root, outside, previous);
    }

    /** SHA-256 over these fields as netstrings, the instant as ISO 8601 in UTC, hashes in lower-case hexadecimal. */
    private static Hash seal(int number, Instant at, long size, Hash root, Hash outside, Hash previous) {
        return new Hash(new Netstrings()
                .add("checkpoint")
                .add(Integer.toString(number))
                .add(at.toString())
                .add(Long.toString(size))
                .add(root.hex())
                .add(outside.hex())
                .add(previous.hex())
                .sha256());
    }
}
