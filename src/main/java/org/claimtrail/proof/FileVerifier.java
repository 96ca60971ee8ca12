package org.claimtrail.proof;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.claimtrail.account.FormerNames;
import org.claimtrail.history.Facts;
import org.claimtrail.history.Hash;
import org.claimtrail.history.HashChain;
import org.claimtrail.history.Revision;
import org.claimtrail.history.Seal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recomputes an exported {@code revisions.csv} or {@code history.zip}, row by row. Of each claim only the newest row is kept
 * in memory.
 */
final class FileVerifier {

    private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {};
    private static final int ZIP = 'P';

    private final JsonMapper json = JsonMapper.shared();
    private final Findings findings = new Findings();
    private final Map<Long, Newest> newest = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Integer, Checkpoint> checkpoints = new HashMap<>();
    private final LogCheck log;
    private boolean chainsFit = true;

    private FileVerifier(List<Pin> pins) {
        log = new LogCheck(findings, pins, false);
    }

    private record Newest(int number, Hash hash) {}

    /** @param in one that can be marked */
    static Findings verify(InputStream in, List<Pin> pins) throws IOException, UnreadableFile {
        FileVerifier verifier = new FileVerifier(pins);
        in.mark(1);
        int first = in.read();
        in.reset();
        try {
            if (first == ZIP) {
                verifier.zip(new ZipInputStream(in));
            } else {
                verifier.revisions(in);
            }
        } catch (CsvParseException
                | JacksonException
                | IllegalArgumentException
                | NoSuchElementException
                | DateTimeException e) {
            throw new UnreadableFile("this is no revisions.csv of a desk: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        verifier.findings.claims = verifier.newest.size();
        return verifier.findings;
    }

    private void zip(ZipInputStream zip) throws IOException, UnreadableFile {
        boolean found = false;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(RevisionFile.CHECKPOINTS_CSV)) {
                list(new KeptOpen(zip));
            } else if (entry.getName().equals(RevisionFile.REVISIONS_CSV)) {
                found = true;
                revisions(new KeptOpen(zip));
            }
        }
        if (!found) {
            throw new UnreadableFile("there is no revisions.csv in it");
        }
        checkpoints.values().stream()
                .min((a, b) -> Integer.compare(a.number(), b.number()))
                .ifPresent(left -> log.misfit(new Misfit(
                        "checkpoint " + left.number(),
                        "checkpoints.csv and revisions.csv",
                        "in both",
                        "in one of them")));
    }

    private void list(InputStream in) {
        try (CsvReader<NamedCsvRecord> rows = reader(in)) {
            for (NamedCsvRecord row : rows) {
                Checkpoint checkpoint = checkpoint(row);
                checkpoints.put(checkpoint.number(), checkpoint);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void revisions(InputStream in) throws IOException {
        boolean listed = !checkpoints.isEmpty();
        try (CsvReader<NamedCsvRecord> rows = reader(in)) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("kind").equals(RevisionFile.REVISION)) {
                    revision(row);
                } else {
                    checkpoint(checkpoint(row), listed);
                }
            }
        }
        Checkpoint last = findings.newest;
        log.end(log.size() - (last == null ? 0 : last.size()));
    }

    private void checkpoint(Checkpoint found, boolean listed) {
        log.checkpoint(found, Outside.Changes.NONE);
        if (listed) {
            Checkpoint other = checkpoints.remove(found.number());
            if (!found.equals(other)) {
                log.misfit(new Misfit(
                        "checkpoint " + found.number(),
                        "checkpoints.csv and revisions.csv",
                        "the same",
                        other == null ? "in one of them" : "different"));
            }
        }
    }

    private void revision(NamedCsvRecord row) {
        long position = Long.parseLong(row.getField("position"));
        long claim = Long.parseLong(row.getField("claim_id"));
        int number = Integer.parseInt(row.getField("number"));
        Hash hash = Hash.parse(row.getField("hash"));
        Hash previous = Hash.parse(row.getField("previous_hash"));
        Newest before = newest.getOrDefault(claim, new Newest(0, Hash.ZERO));
        boolean withheld = row.getField("withheld").equals("true");
        String place = "claim %d, revision %d, position %d".formatted(claim, number, position);
        if (number != before.number() + 1) {
            misfit(new Misfit(place, "row", "revision " + (before.number() + 1), "revision " + number));
        } else if (!previous.equals(before.hash())) {
            misfit(new Misfit(place, "hash of the one before", before.hash().hex(), previous.hex()));
        } else if (!withheld) {
            Revision revision = revision(row, claim, number, previous, hash);
            if (!HashChain.fits(revision)) {
                misfit(new Misfit(
                        place, "hash of what it says", HashChain.seal(revision).hex(), hash.hex()));
            }
            if (!revision.seal().recomputable()) {
                findings.linksOnly++;
            }
            name(revision, place);
        }
        findings.revisions++;
        if (withheld) {
            findings.withheld++;
        }
        newest.put(claim, new Newest(number, hash));
        log.leaf(position, hash, (level, at, subtree) -> {});
    }

    /** Each account has one name in a file, and what is marked as erased says no other than such a name. */
    private void name(Revision row, String place) {
        Long actor = row.actorId();
        String known = actor == null ? null : names.putIfAbsent(actor, row.actorName());
        if (known != null && !known.equals(row.actorName())) {
            misfit(new Misfit(place, "name of account " + actor, known, row.actorName()));
        } else if (row.seal().nameErased() && !HashChain.names(row).anyMatch(FormerNames::isOne)) {
            misfit(new Misfit(place, "name that was erased", "a pseudonym", row.actorName()));
        }
    }

    private void misfit(Misfit misfit) {
        if (chainsFit) {
            findings.add(misfit);
        }
        chainsFit = false;
    }

    private Revision revision(NamedCsvRecord row, long claim, int number, Hash previous, Hash hash) {
        String actor = orNull(row, "actor_id");
        String reason = orNull(row, "reason");
        return new Revision(
                claim,
                number,
                actor == null ? null : Long.valueOf(actor),
                text(row.getField("actor_name")),
                Instant.parse(row.getField("at")),
                row.getField("action"),
                reason == null ? null : text(reason),
                new Facts(json.readValue(row.getField("before"), VALUES)),
                new Facts(json.readValue(row.getField("after"), VALUES)),
                previous,
                new Seal(
                        Integer.parseInt(row.getField("seal")),
                        orNull(row, "salt"),
                        row.getField("name_erased").equals("true")),
                hash);
    }

    private String text(String quoted) {
        return Objects.requireNonNull(json.readValue(quoted, String.class));
    }

    private static @Nullable String orNull(NamedCsvRecord row, String column) {
        String value = row.getField(column);
        return value.isEmpty() ? null : value;
    }

    private static Checkpoint checkpoint(NamedCsvRecord row) {
        return new Checkpoint(
                Integer.parseInt(row.getField("number")),
                Instant.parse(row.getField("at")),
                Long.parseLong(row.getField("size")),
                Hash.parse(row.getField("root")),
                Hash.parse(row.getField("outside")),
                Hash.parse(row.getField("previous_hash")),
                Hash.parse(row.getField("hash")));
    }

    private static CsvReader<NamedCsvRecord> reader(InputStream in) {
        return CsvReader.builder()
                .allowExtraFields(false)
                .allowMissingFields(false)
                .ofNamedCsvRecord(in);
    }

    /** An entry's bytes, whose reader does not close the file. */
    private static final class KeptOpen extends FilterInputStream {

        KeptOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
