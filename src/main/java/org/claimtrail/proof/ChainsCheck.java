package org.claimtrail.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.claimtrail.history.Facts;
import org.claimtrail.history.Hash;
import org.claimtrail.history.HashChain;
import org.claimtrail.history.History;
import org.claimtrail.history.Revision;
import org.claimtrail.history.RevisionRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Follows each claim's chain beside the log, the heads and the tables that say what is true now; stops at the first misfit. */
final class ChainsCheck {

    /** Greater than the number of any claim. */
    static final long NONE = Long.MAX_VALUE;

    private final Connection connection;
    private final Findings findings;
    private final JsonMapper json = JsonMapper.shared();

    ChainsCheck(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    private record Logged(long claimId, int number, long position, Hash hash) {}

    private record Waiting(long claimId, int number) {}

    private record Head(long claimId, int number, Hash hash) {}

    private static final class Broken extends Exception {

        private final transient Misfit misfit;

        Broken(Misfit misfit) {
            this.misfit = misfit;
        }
    }

    void run() throws SQLException {
        try (Rows<Revision> revisions = new Rows<>(
                        connection,
                        "select * from revision order by claim_id, number",
                        row -> RevisionRow.read(row, json));
                Rows<Logged> log = new Rows<>(
                        connection,
                        "select claim_id, number, position, hash from revision_log order by claim_id, number",
                        row -> new Logged(
                                row.getLong("claim_id"),
                                row.getInt("number"),
                                row.getLong("position"),
                                DatabaseVerifier.hash(row, "hash")));
                Rows<Waiting> waiting = new Rows<>(
                        connection,
                        "select claim_id, number from revision_to_log order by claim_id, number",
                        row -> new Waiting(row.getLong("claim_id"), row.getInt("number")));
                Rows<Head> heads = new Rows<>(
                        connection,
                        "select claim_id, number, hash from chain_head order by claim_id",
                        row -> new Head(
                                row.getLong("claim_id"), row.getInt("number"), DatabaseVerifier.hash(row, "hash")));
                CurrentState now = new CurrentState(connection)) {
            while (true) {
                long claim = LongStream.of(
                                next(revisions, Revision::claimId),
                                next(log, Logged::claimId),
                                next(waiting, Waiting::claimId),
                                next(heads, Head::claimId),
                                now.nextClaim())
                        .min()
                        .orElse(NONE);
                if (claim == NONE) {
                    return;
                }
                findings.claims++;
                List<Revision> chain = chain(claim, revisions, log, waiting);
                head(claim, chain, heads);
                Facts said = History.fold(chain);
                Misfit misfit = now.compare(claim, said);
                if (misfit != null) {
                    throw new Broken(misfit);
                }
            }
        } catch (Broken broken) {
            findings.add(broken.misfit);
        }
    }

    private static <T> long next(Rows<T> rows, ToLongFunction<T> claim) {
        T next = rows.peek();
        return next == null ? NONE : claim.applyAsLong(next);
    }

    private List<Revision> chain(long claim, Rows<Revision> revisions, Rows<Logged> log, Rows<Waiting> waiting)
            throws SQLException, Broken {
        List<Revision> chain = new ArrayList<>();
        Hash previous = Hash.ZERO;
        while (true) {
            int number = chain.size() + 1;
            Revision row = of(revisions.peek(), Revision::claimId, claim);
            Logged logged = of(log.peek(), Logged::claimId, claim);
            Waiting queued = of(waiting.peek(), Waiting::claimId, claim);
            if (row == null && logged == null && queued == null) {
                return chain;
            }
            Logged here = logged != null && logged.number() == number ? logged : null;
            boolean waits = queued != null && queued.number() == number;
            String place = "claim %d, revision %d%s"
                    .formatted(claim, number, here == null ? "" : ", position " + here.position());
            if (row == null || row.number() != number) {
                throw new Broken(new Misfit(
                        place,
                        "row",
                        here == null
                                ? "a revision"
                                : "one with hash " + here.hash().hex(),
                        row == null ? "none" : "revision " + row.number()));
            }
            if (!row.previousHash().equals(previous)) {
                throw new Broken(new Misfit(
                        place,
                        "hash of the one before",
                        previous.hex(),
                        row.previousHash().hex()));
            }
            if (!HashChain.fits(row)) {
                throw new Broken(new Misfit(
                        place,
                        "hash of what it says",
                        HashChain.seal(row).hex(),
                        row.hash().hex()));
            }
            if (here == null && !waits) {
                throw new Broken(new Misfit(place, "place in the log", "a position, or to wait for one", "neither"));
            }
            if (here != null && !here.hash().equals(row.hash())) {
                throw new Broken(new Misfit(
                        place, "hash in the log", here.hash().hex(), row.hash().hex()));
            }
            if (here == null) {
                findings.notYetLogged++;
            } else {
                log.take();
            }
            if (waits) {
                waiting.take();
            }
            count(row);
            previous = row.hash();
            chain.add(revisions.take());
        }
    }

    private static <T> @Nullable T of(@Nullable T next, ToLongFunction<T> id, long claim) {
        return next != null && id.applyAsLong(next) == claim ? next : null;
    }

    private void count(Revision row) {
        findings.revisions++;
        if (!row.seal().recomputable()) {
            findings.linksOnly++;
        }
    }

    private static void head(long claim, List<Revision> chain, Rows<Head> heads) throws SQLException, Broken {
        Head head = heads.peek();
        Revision last = chain.isEmpty() ? null : chain.get(chain.size() - 1);
        if (head == null || head.claimId() != claim) {
            throw new Broken(new Misfit("claim " + claim, "head of its chain", "one", "none"));
        }
        heads.take();
        if (last == null || head.number() != last.number() || !head.hash().equals(last.hash())) {
            throw new Broken(new Misfit(
                    "claim %d, revision %d".formatted(claim, head.number()),
                    "head of its chain",
                    "revision %d with hash %s"
                            .formatted(head.number(), head.hash().hex()),
                    last == null
                            ? "none"
                            : "revision %d with hash %s"
                                    .formatted(last.number(), last.hash().hex())));
        }
    }
}
