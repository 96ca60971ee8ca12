package org.claimtrail.history;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One row of a claim's history.
 *
 * @param number counts from 1 within the claim
 * @param actorId the account; null for the program itself
 * @param at to the microsecond, as PostgreSQL keeps it
 * @param action a code such as {@code accepted}
 * @param before the values that this change took away or replaced, under their names
 * @param after the values that this change set, under their names
 * @param previousHash the hash of the row before; 32 zero bytes for the first
 * @param seal how the hash is made
 * @param hash see {@link HashChain}
 */
public record Revision(
        long claimId,
        int number,
        @Nullable Long actorId,
        String actorName,
        Instant at,
        String action,
        @Nullable String reason,
        Facts before,
        Facts after,
        Hash previousHash,
        Seal seal,
        Hash hash) {

    /** The names whose values this change touched. */
    public SortedSet<String> touched() {
        TreeSet<String> names = new TreeSet<>(before.values().keySet());
        names.addAll(after.values().keySet());
        return names;
    }

    /** The same row with this hash. */
    public Revision with(Hash other) {
        return new Revision(
                claimId, number, actorId, actorName, at, action, reason, before, after, previousHash, seal, other);
    }

    /** The row as it is shown to a reader who must not learn all of it: with other facts and without hashes and salt. */
    public Revision veiled(Facts shownBefore, Facts shownAfter) {
        return new Revision(
                claimId,
                number,
                actorId,
                actorName,
                at,
                action,
                reason,
                shownBefore,
                shownAfter,
                Hash.ZERO,
                Seal.FIRST,
                Hash.ZERO);
    }
}
