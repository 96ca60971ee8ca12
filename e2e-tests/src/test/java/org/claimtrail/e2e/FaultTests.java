package org.claimtrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A desk at work is struck by one fault after the other, {@code -De2e.rounds} times. It comes back by itself, and after
 * each fault what it answered is there exactly once, what it did not answer at most once, and the history fits.
 */
@Timeout(value = 3, unit = TimeUnit.HOURS)
class FaultTests {

    private static final int SESSIONS = 4;
    private static final long PAUSE_MILLIS = 60;
    private static final Duration MOST_OUTAGE = Duration.ofMinutes(4);
    private static final int MOST_ROUNDS = 1_000;
    private static final long SEED = 20_261_126;

    private final List<String> findings = new ArrayList<>();
    private final Map<FaultKind, Integer> struck = new EnumMap<>(FaultKind.class);
    private int lost;
    private int doubled;

    @Test
    void aDeskAtWorkLosesAndDoublesNothing() throws Exception {
        int rounds = Math.min(MOST_ROUNDS, Integer.getInteger("e2e.rounds", 3));
        Random random = new Random(SEED);
        try (SmallDisk disk = SmallDisk.mount();
                Desk desk = Desk.startOn(disk.folder("data"), "faults")) {
            if (!disk.isMounted()) {
                System.out.println("SKIPPED: disk full; this user may not mount a file system");
            }
            Load load = Load.start(desk, SESSIONS, PAUSE_MILLIS);
            Supervisor supervisor = Supervisor.of(desk);
            Probe probe = Probe.of(desk);
            try {
                strike(rounds, random, desk, disk, load, probe);
            } finally {
                load.close();
                probe.close();
                supervisor.close();
                summary(rounds, desk, load, supervisor, probe);
            }
            desk.stop();
            String verified = desk.command("verify", "--claimtrail.data-dir=" + desk.folder())
                    .strip();
            System.out.println("SUMMARY verify: " + verified.replaceAll("\\s*\\R\\s*", "; "));
            assertThat(verified).endsWith("\n0");
            assertThat(findings).isEmpty();
            assertThat(load.wrong()).isEmpty();
            assertThat(load.signIns()).as("sessions that ended").isZero();
        }
    }

    private void strike(int rounds, Random random, Desk desk, SmallDisk disk, Load load, Probe probe)
            throws IOException, InterruptedException, SQLException {
        Faults faults = new Faults(desk, disk, random);
        DeskDatabase database = new DeskDatabase(desk.folder());
        FaultKind[] kinds = FaultKind.values();
        for (int round = 1; round <= rounds; round++) {
            FaultKind kind = kinds[round <= kinds.length ? round - 1 : random.nextInt(kinds.length)];
            if (!faults.isPossible(kind)) {
                continue;
            }
            Thread.sleep(1_000 + random.nextInt(2_000));
            int before = load.ledger().acknowledgedCount();
            if (faults.strike(kind)) {
                struck.merge(kind, 1, Integer::sum);
            }
            probe.forgets();
            boolean back = probe.waitUntilHealthy(MOST_OUTAGE);
            if (!back) {
                findings.add("round %d, %s: not back after %s".formatted(round, kind, MOST_OUTAGE));
                return;
            }
            waitForWork(load, before);
            load.pause();
            try {
                check(round, kind, database, load);
            } finally {
                load.resume();
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s round %d of %d, %s: %d acknowledged, %d findings, longest outage so far %.1f s%n",
                    LocalTime.now().truncatedTo(ChronoUnit.SECONDS),
                    round,
                    rounds,
                    kind,
                    load.ledger().acknowledgedCount(),
                    findings.size(),
                    probe.longestOutage());
            if (findings.size() > 20) {
                return;
            }
        }
    }

    /** The reviewers go on after the fault. */
    private void waitForWork(Load load, int before) throws InterruptedException {
        for (int i = 0; i < 600 && load.ledger().acknowledgedCount() < before + 10; i++) {
            Thread.sleep(100);
        }
    }

    private void check(int round, FaultKind kind, DeskDatabase database, Load load)
            throws SQLException, InterruptedException {
        String where = "round " + round + ", " + kind + ": ";
        List<Ledger.Write> missing = database.missing(load.ledger().acknowledged());
        lost += missing.size();
        missing.forEach(write -> findings.add(where + "lost " + write));
        for (Ledger.Kind each : Ledger.Kind.values()) {
            database.stored(each).forEach((marker, times) -> {
                if (times > 1) {
                    doubled++;
                    findings.add(where + marker + " is stored " + times + " times");
                }
            });
        }
        checkPublications(where, database, load);
        database.brokenChains().forEach(broken -> findings.add(where + "chain broken: " + broken));
        database.halfDone().forEach(half -> findings.add(where + "half done: " + half));
        List<String> left = database.leftovers();
        for (int i = 0; i < 50 && !left.isEmpty(); i++) {
            Thread.sleep(200);
            left = database.leftovers();
        }
        left.forEach(one -> findings.add(where + "left over: " + one));
    }

    /** A publication that was answered is public, with the words it was sent with. */
    private void checkPublications(String where, DeskDatabase database, Load load) throws SQLException {
        Map<String, String> published = new HashMap<>();
        for (List<String> row :
                database.rows("select v.claim_id, v.explanation from verdict v where v.published_at is not null")) {
            published.put(row.get(0), row.get(1));
        }
        for (Ledger.Write write : load.ledger().all(Ledger.Kind.PUBLICATION)) {
            if (load.ledger().isAcknowledged(write) && !write.marker().equals(published.get(write.claim()))) {
                findings.add(where + "not public as answered: " + write);
            }
        }
    }

    private void summary(int rounds, Desk desk, Load load, Supervisor supervisor, Probe probe) {
        long revisions = -1;
        try {
            revisions = new DeskDatabase(desk.folder()).revisions();
        } catch (SQLException e) {
            findings.add("no database at the end: " + e.getMessage());
        }
        System.out.printf(Locale.ROOT, "SUMMARY rounds: %d%n", rounds);
        System.out.printf("SUMMARY faults: %s%n", struck);
        System.out.printf(
                "SUMMARY writes: %d sent, %d acknowledged, %d lost, %d doubled; %d exports%n",
                load.ledger().attemptedCount(), load.ledger().acknowledgedCount(), lost, doubled, load.exports());
        System.out.printf(
                Locale.ROOT,
                "SUMMARY longest outage: %.1f s; program started again %d times; sessions that ended: %d%n",
                probe.longestOutage(),
                supervisor.starts(),
                load.signIns());
        load.gaveUp().forEach((why, times) -> System.out.printf("SUMMARY given up %d times: %s%n", times, why));
        System.out.printf("SUMMARY revisions recomputed at the end: %d; findings: %d%n", revisions, findings.size());
        findings.stream().limit(20).forEach(finding -> System.out.println("FINDING " + finding));
    }
}
