package org.claimtrail.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.claimtrail.account.Actor;
import org.claimtrail.history.Revision;
import org.claimtrail.history.RevisionRow;
import org.claimtrail.proof.Checkpoint;
import org.claimtrail.proof.Checkpoints;
import org.claimtrail.proof.RevisionFile;
import org.claimtrail.review.DraftVeil;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Streams the whole history with its checkpoints, so that it can be verified elsewhere. Of drafts that the reader must not
 * read, and of what an admin has hidden, what the revisions say and their salts are withheld; their hashes stand.
 */
@Service
class RevisionExport {

    private static final int FETCH = 500;
    private static final String VERSION = ExportProfile.DATA.schemaVersion();

    private static final String ROWS = """
            select l.position, r.*, ((%s) and exists (
                       select 1 from jsonb_object_keys(r.before || r.after) k where k like 'verdict.%%'))
                       or tells_hidden(r.claim_id, r.actor_id, r.before) or tells_hidden(r.claim_id, r.actor_id, r.after)
                       as withheld
            from revision_log l join revision r on r.claim_id = l.claim_id and r.number = l.number
                 join claim c on c.id = l.claim_id
            order by l.position
            """.formatted(DraftVeil.COVERS);

    private final JdbcTemplate jdbc;
    private final Checkpoints checkpoints;
    private final HistoryHead heads;
    private final JsonMapper json;

    RevisionExport(DataSource source, Checkpoints checkpoints, HistoryHead heads, JsonMapper json) {
        this.jdbc = new JdbcTemplate(source);
        this.jdbc.setFetchSize(FETCH);
        this.checkpoints = checkpoints;
        this.heads = heads;
        this.json = json;
    }

    /** Writes {@code revisions.csv}. The same history gives the same reader the same bytes. */
    VerdictExport.Written write(Actor reader, OutputStream out) {
        return heads.read(head -> new VerdictExport.Written(revisions(reader, out), head.hash()));
    }

    /** Writes {@code history.zip}: {@code checkpoints.csv}, then {@code revisions.csv}. */
    VerdictExport.Written writeZip(Actor reader, OutputStream out) {
        return heads.read(head -> {
            try {
                LocalDateTime at = LocalDateTime.ofInstant(head.checkpoint().at(), ZoneOffset.UTC);
                ZipOutputStream zip = new ZipOutputStream(out);
                begin(zip, RevisionFile.CHECKPOINTS_CSV, at);
                checkpoints(zip);
                begin(zip, RevisionFile.REVISIONS_CSV, at);
                long rows = revisions(reader, zip);
                zip.finish();
                return new VerdictExport.Written(rows, head.hash());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void begin(ZipOutputStream zip, String name, LocalDateTime at) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(at);
        zip.putNextEntry(entry);
    }

    private void checkpoints(OutputStream out) throws IOException {
        VerdictCsv csv = new VerdictCsv(out, ExportProfile.DATA, RevisionFile.CHECKPOINT_COLUMNS);
        Upcoming upcoming = new Upcoming();
        for (Checkpoint c = upcoming.next(Long.MAX_VALUE); c != null; c = upcoming.next(Long.MAX_VALUE)) {
            csv.row(List.of(
                    VERSION,
                    Integer.toString(c.number()),
                    c.at().toString(),
                    Long.toString(c.size()),
                    c.root().hex(),
                    c.outside().hex(),
                    c.previous().hex(),
                    c.hash().hex()));
        }
        csv.flush();
    }

    private long revisions(Actor reader, OutputStream out) {
        long[] rows = new long[1];
        try {
            VerdictCsv csv = new VerdictCsv(out, ExportProfile.DATA, RevisionFile.COLUMNS);
            Upcoming upcoming = new Upcoming();
            jdbc.query(
                    ROWS,
                    row -> {
                        try {
                            checkpoints(csv, upcoming, row.getLong("position"));
                            csv.row(cells(row));
                            rows[0]++;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    reader.id());
            checkpoints(csv, upcoming, Long.MAX_VALUE);
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows[0];
    }

    /** Writes the checkpoints that cover no more than the first so many revisions. */
    private void checkpoints(VerdictCsv csv, Upcoming upcoming, long size) throws IOException {
        for (Checkpoint c = upcoming.next(size); c != null; c = upcoming.next(size)) {
            csv.row(Arrays.asList(
                    VERSION,
                    RevisionFile.CHECKPOINT,
                    null,
                    null,
                    Integer.toString(c.number()),
                    c.at().toString(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    Long.toString(c.size()),
                    c.root().hex(),
                    c.outside().hex(),
                    c.previous().hex(),
                    c.hash().hex()));
        }
    }

    private List<@Nullable String> cells(ResultSet row) throws SQLException {
        Revision r = RevisionRow.read(row, json);
        String position = Long.toString(row.getLong("position"));
        String claim = Long.toString(r.claimId());
        String number = Integer.toString(r.number());
        String previous = r.previousHash().hex();
        String hash = r.hash().hex();
        if (row.getBoolean("withheld")) {
            List<@Nullable String> cells = new ArrayList<>(Collections.nCopies(RevisionFile.COLUMNS.size() - 1, null));
            cells.set(0, VERSION);
            cells.set(1, RevisionFile.REVISION);
            cells.set(2, position);
            cells.set(3, claim);
            cells.set(4, number);
            cells.set(RevisionFile.COLUMNS.indexOf("withheld"), "true");
            cells.set(RevisionFile.COLUMNS.indexOf("previous_hash"), previous);
            cells.set(RevisionFile.COLUMNS.indexOf("hash"), hash);
            return cells;
        }
        Long actor = r.actorId();
        String reason = r.reason();
        return Arrays.asList(
                VERSION,
                RevisionFile.REVISION,
                position,
                claim,
                number,
                r.at().toString(),
                actor == null ? null : actor.toString(),
                json.writeValueAsString(r.actorName()),
                r.action(),
                reason == null ? null : json.writeValueAsString(reason),
                json.writeValueAsString(r.before().values()),
                json.writeValueAsString(r.after().values()),
                Integer.toString(r.seal().format()),
                r.seal().salt(),
                Boolean.toString(r.seal().nameErased()),
                "false",
                null,
                null,
                null,
                previous,
                hash);
    }

    /** The checkpoints from the first on, read by and by. */
    private final class Upcoming {

        private static final int PAGE = 1_000;

        private final Deque<Checkpoint> read = new ArrayDeque<>();
        private int last;

        /** The next one, if it covers no more revisions than this. */
        @Nullable
        Checkpoint next(long size) {
            if (read.isEmpty()) {
                read.addAll(checkpoints.after(last, PAGE));
            }
            Checkpoint first = read.peek();
            if (first == null || first.size() > size) {
                return null;
            }
            last = first.number();
            return read.remove();
        }
    }
}
