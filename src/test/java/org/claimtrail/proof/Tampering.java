package org.claimtrail.proof;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.claimtrail.history.Facts;
import org.claimtrail.history.Hash;
import org.claimtrail.history.HashChain;
import org.claimtrail.history.Revision;
import org.claimtrail.history.Seal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What somebody does to a history who knows how it is made. */
final class Tampering {

    private static final TypeReference<TreeMap<String, String>> VALUES = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.shared();

    private Tampering() {}

    /** Another wording in the first row, and the whole chain of the claim sealed anew, with its head. */
    static void reseal(Connection connection, List<Revision> chain) throws SQLException {
        List<Revision> anew = reseal(chain);
        try (PreparedStatement row = connection.prepareStatement(
                        "update revision set after = cast(? as jsonb), previous_hash = ?, hash = ?"
                                + " where claim_id = ? and number = ?");
                PreparedStatement head =
                        connection.prepareStatement("update chain_head set hash = ? where claim_id = ?")) {
            for (Revision r : anew) {
                row.setString(1, JSON.writeValueAsString(r.after().values()));
                row.setBytes(2, r.previousHash().bytes());
                row.setBytes(3, r.hash().bytes());
                row.setLong(4, r.claimId());
                row.setInt(5, r.number());
                row.executeUpdate();
                head.setBytes(1, r.hash().bytes());
                head.setLong(2, r.claimId());
                head.executeUpdate();
            }
        }
        try (Statement statement = connection.createStatement()) {
            // What is said in the first row of the claim was overwritten by no later one.
            statement.execute("update claim set claimant_name = 'Nobody' where id = "
                    + anew.get(0).claimId());
        }
    }

    private static List<Revision> reseal(List<Revision> chain) {
        List<Revision> anew = new ArrayList<>();
        Hash previous = Hash.ZERO;
        for (Revision r : chain) {
            TreeMap<String, String> after = new TreeMap<>(r.after().values());
            if (r.number() == 1) {
                after.put("claimant.name", "Nobody");
            }
            Revision changed = new Revision(
                    r.claimId(),
                    r.number(),
                    r.actorId(),
                    r.actorName(),
                    r.at(),
                    r.action(),
                    r.reason(),
                    r.before(),
                    new Facts(after),
                    previous,
                    r.seal(),
                    Hash.ZERO);
            Revision sealed = changed.with(HashChain.seal(changed));
            anew.add(sealed);
            previous = sealed.hash();
        }
        return anew;
    }

    /** The log's hashes as the revisions have them now, and every checkpoint with another root and seal. */
    static void checkpointsAnew(Connection connection) throws SQLException {
        List<Checkpoint> anew = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("update revision_log l set hash = r.hash from revision r"
                    + " where r.claim_id = l.claim_id and r.number = l.number");
            List<Hash> leaves = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("select hash from revision_log order by position")) {
                while (row.next()) {
                    leaves.add(new Hash(row.getBytes(1)));
                }
            }
            RightEdge edge = new RightEdge();
            Hash previous = Hash.ZERO;
            try (ResultSet row = statement.executeQuery("select * from checkpoint order by number")) {
                while (row.next()) {
                    Checkpoint c = Checkpoints.row(row, 0);
                    while (edge.size() < c.size()) {
                        edge.add(leaves.get((int) edge.size()));
                    }
                    Checkpoint next = Checkpoint.next(c.number(), c.at(), c.size(), edge.root(), c.outside(), previous);
                    anew.add(next);
                    previous = next.hash();
                }
            }
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update checkpoint set root = ?, previous = ?, hash = ? where number = ?")) {
            for (Checkpoint c : anew) {
                update.setBytes(1, c.root().bytes());
                update.setBytes(2, c.previous().bytes());
                update.setBytes(3, c.hash().bytes());
                update.setInt(4, c.number());
                update.executeUpdate();
            }
        }
    }

    /** @param first the position of the claim's first revision */
    static byte[] file(byte[] csv, String what, long claim, long first) {
        List<List<String>> rows = rows(csv);
        List<String> names = rows.get(0);
        int kind = names.indexOf("kind");
        int number = names.indexOf("number");
        int position = names.indexOf("position");
        int lastRevision = 0;
        for (int i = 1; i < rows.size(); i++) {
            lastRevision = rows.get(i).get(kind).equals("revision") ? i : lastRevision;
        }
        int second = index(rows, position, Long.toString(first + 1));
        int third = index(rows, position, Long.toString(first + 2));
        int secondCheckpoint = checkpoint(rows, kind, number, "2");
        switch (what) {
            case "changed row" ->
                rows.get(index(rows, position, Long.toString(first + 5)))
                        .set(names.indexOf("reason"), JSON.writeValueAsString("no reason"));
            case "changed name" ->
                rows.get(index(rows, position, Long.toString(first + 5)))
                        .set(names.indexOf("actor_name"), JSON.writeValueAsString("Somebody Else"));
            case "name marked as erased" ->
                rows.get(index(rows, position, Long.toString(first + 5))).set(names.indexOf("name_erased"), "true");
            case "removed row" -> rows.remove(third);
            case "removed newest row" -> rows.remove(lastRevision);
            case "removed end" -> {
                int from = checkpoint(rows, kind, number, "2") + 1;
                rows.subList(from, rows.size()).clear();
            }
            case "swapped rows" -> Collections.swap(rows, second, third);
            case "swapped contents" -> {
                List<String> a = new ArrayList<>(rows.get(second));
                List<String> b = new ArrayList<>(rows.get(third));
                for (int cell : new int[] {position, number}) {
                    String kept = a.get(cell);
                    a.set(cell, b.get(cell));
                    b.set(cell, kept);
                }
                rows.set(second, b);
                rows.set(third, a);
            }
            case "recomputed chain" -> recompute(rows, claim);
            case "altered checkpoint" -> rows.get(secondCheckpoint).set(names.indexOf("root"), "ab".repeat(Hash.BYTES));
            case "altered and sealed checkpoint" -> {
                List<String> row = rows.get(secondCheckpoint);
                Checkpoint sealed = Checkpoint.next(
                        2,
                        Instant.parse(row.get(names.indexOf("at"))),
                        Long.parseLong(row.get(names.indexOf("size"))),
                        Hash.parse("ab".repeat(Hash.BYTES)),
                        Hash.parse(row.get(names.indexOf("outside"))),
                        Hash.parse(row.get(names.indexOf("previous_hash"))));
                row.set(names.indexOf("root"), sealed.root().hex());
                row.set(names.indexOf("hash"), sealed.hash().hex());
            }
            case "removed checkpoint" -> rows.remove(secondCheckpoint);
            default -> throw new IllegalArgumentException(what);
        }
        return csv(rows);
    }

    private static void recompute(List<List<String>> rows, long claim) {
        List<String> names = rows.get(0);
        List<List<String>> own = rows.stream()
                .filter(row -> row.get(names.indexOf("claim_id")).equals(Long.toString(claim)))
                .toList();
        List<Revision> chain = own.stream().map(row -> revision(row, names)).toList();
        List<Revision> anew = reseal(chain);
        for (int i = 0; i < own.size(); i++) {
            Revision r = anew.get(i);
            List<String> row = own.get(i);
            row.set(names.indexOf("after"), JSON.writeValueAsString(r.after().values()));
            row.set(names.indexOf("previous_hash"), r.previousHash().hex());
            row.set(names.indexOf("hash"), r.hash().hex());
        }
    }

    private static Revision revision(List<String> row, List<String> names) {
        String reason = row.get(names.indexOf("reason"));
        return new Revision(
                Long.parseLong(row.get(names.indexOf("claim_id"))),
                Integer.parseInt(row.get(names.indexOf("number"))),
                Long.valueOf(row.get(names.indexOf("actor_id"))),
                text(row.get(names.indexOf("actor_name"))),
                Instant.parse(row.get(names.indexOf("at"))),
                row.get(names.indexOf("action")),
                reason.isEmpty() ? null : text(reason),
                new Facts(JSON.readValue(row.get(names.indexOf("before")), VALUES)),
                new Facts(JSON.readValue(row.get(names.indexOf("after")), VALUES)),
                Hash.ZERO,
                new Seal(Integer.parseInt(row.get(names.indexOf("seal"))), row.get(names.indexOf("salt")), false),
                Hash.ZERO);
    }

    private static String text(String quoted) {
        return Objects.requireNonNull(JSON.readValue(quoted, String.class));
    }

    private static int index(List<List<String>> rows, int column, String value) {
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).get(column).equals(value)) {
                return i;
            }
        }
        throw new IllegalStateException("no " + value);
    }

    private static int checkpoint(List<List<String>> rows, int kind, int number, String wanted) {
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).get(kind).equals("checkpoint")
                    && rows.get(i).get(number).equals(wanted)) {
                return i;
            }
        }
        throw new IllegalStateException("no checkpoint " + wanted);
    }

    static List<String> cells(byte[] csv) {
        return rows(csv).stream().flatMap(List::stream).toList();
    }

    private static List<List<String>> rows(byte[] csv) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(new ByteArrayInputStream(csv))) {
            reader.forEach(row -> rows.add(new ArrayList<>(row.getFields())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static byte[] csv(List<List<String>> rows) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The zip with this file in place of its revisions. */
    static byte[] zip(byte[] zip, byte[] revisions) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().equals("revisions.csv") ? revisions : in.readAllBytes());
            }
        }
        return bytes.toByteArray();
    }
}
