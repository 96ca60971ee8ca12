package org.claimtrail.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a revision is sealed: SHA-256 over its fields, each written as a netstring
 * (https://cr.yp.to/proto/netstrings.txt): its length in bytes of UTF-8, a colon, the bytes, a comma; an absent field is
 * {@code -,}.
 *
 * <p>The fields of format 1 are: previous hash (hex), claim, number, actor's account, actor's name, instant (ISO 8601 in
 * UTC), action, reason, the number of names in before, then each name and value in the order of their UTF-16 code units,
 * and the same for after.
 *
 * <p>In format 2 the fields {@code 2} and the salt (hex) come first. Where an account acted its name is absent, and so is
 * the value of a fact that is a name of somebody who works here: such names can be taken out of the rows later.
 */
public final class HashChain {

    /** Facts whose values are names of people who work here. */
    public static final Set<String> NAMES =
            Set.of("verdict.reviewer", "verdict.second-reviewer", "verdict.adjudicator", "second.reviewer");

    private HashChain() {}

    /** The hash that this row should have. */
    public static Hash seal(Revision r) {
        Seal seal = r.seal();
        boolean salted = seal.format() == Seal.WITH_SALT;
        Netstrings fields = new Netstrings();
        if (salted) {
            fields.add(Integer.toString(seal.format()));
            fields.add(seal.salt());
        }
        fields.add(r.previousHash().hex());
        fields.add(Long.toString(r.claimId()));
        fields.add(Integer.toString(r.number()));
        fields.add(r.actorId() == null ? null : r.actorId().toString());
        fields.add(salted && r.actorId() != null ? null : r.actorName());
        fields.add(r.at().toString());
        fields.add(r.action());
        fields.add(r.reason());
        add(r.before(), salted, fields);
        add(r.after(), salted, fields);
        return new Hash(fields.sha256());
    }

    /** The names of people in a row: who acted, and whom it calls a reviewer. */
    public static Stream<String> names(Revision r) {
        return Stream.concat(
                Stream.of(r.actorName()),
                Stream.of(r.before(), r.after())
                        .flatMap(facts -> facts.values().entrySet().stream())
                        .filter(fact -> NAMES.contains(fact.getKey()))
                        .map(Map.Entry::getValue));
    }

    private static void add(Facts facts, boolean salted, Netstrings fields) {
        fields.add(Integer.toString(facts.values().size()));
        facts.values().forEach((name, value) -> {
            fields.add(name);
            fields.add(salted && NAMES.contains(name) ? null : value);
        });
    }

    /** Whether the row has the hash that it should have, or cannot be recomputed since a name was taken out. */
    public static boolean fits(Revision r) {
        return !r.seal().recomputable() || r.hash().equals(seal(r));
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
            if (r.number() != expected || !r.previousHash().equals(previous) || !fits(r)) {
                return Optional.of(expected);
            }
            previous = r.hash();
            expected++;
        }
        boolean whole = headNumber == expected - 1 && headHash.equals(previous);
        return whole ? Optional.empty() : Optional.of(Math.min(expected, Math.max(headNumber, 1)));
    }
}
