package org.claimtrail.export;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.claimtrail.proof.Checkpoint;
import org.claimtrail.proof.Checkpoints;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

/**
 * The state of the desk that an export is read at: a checkpoint that covers everything in the snapshot that the export
 * reads. Whatever an export shows comes from what a checkpoint covers, from rows that never change, or from the desk's name
 * and address.
 */
@Component
class HistoryHead {

    /** How often a snapshot is tried, where somebody saves between a checkpoint and it. */
    private static final int TRIES = 5;

    private final Checkpoints checkpoints;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    HistoryHead(Checkpoints checkpoints, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.checkpoints = checkpoints;
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /**
     * A head.
     *
     * @param asOf the instant of the newest revision; empty where there is none
     */
    record Head(Checkpoint checkpoint, String asOf) {

        /** 64 hexadecimal digits. */
        String hash() {
            return checkpoint.hash().hex();
        }
    }

    /**
     * Takes a checkpoint if there is anything new, and does the work in one snapshot that it covers.
     *
     * @throws ResponseStatusException with 503 where the desk is too busy for that, before the work begins
     */
    <T> T read(Function<Head, T> work) {
        for (int i = 0; i < TRIES; i++) {
            checkpoints.take();
            Optional<T> done = Objects.requireNonNull(snapshot.execute(
                    status -> checkpoints.covering().map(covering -> work.apply(new Head(covering, asOf())))));
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private String asOf() {
        OffsetDateTime newest = jdbc.queryForObject("select max(at) from revision", OffsetDateTime.class);
        return newest == null ? "" : text(newest.toInstant());
    }

    static String text(Instant at) {
        return DateTimeFormatter.ISO_INSTANT.format(at.truncatedTo(ChronoUnit.MICROS));
    }
}
