package org.claimtrail.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.support.Coded;
import org.claimtrail.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads claims for pages: four statements, however many claims there are. */
@Service
public class ClaimCatalog {

    private final JdbcClient jdbc;

    ClaimCatalog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sentence as the splitter judged it; offsets in code points. */
    public record SentenceView(
            int startAt,
            int endAt,
            boolean checkworthy,
            @Nullable String notCheckable) {}

    /** Boilerplate inside the text; offsets in code points. */
    public record BoilerplateView(int startAt, int endAt, String kind) {}

    /** The claims of one revision of an article, in the order of the text. */
    @Transactional(readOnly = true)
    public List<ClaimView> ofRevision(long articleRevisionId) {
        return read("c.article_revision_id = :id", articleRevisionId);
    }

    @Transactional(readOnly = true)
    public ClaimView find(long claimId) {
        return read("c.id = :id", claimId).stream().findFirst().orElseThrow(() -> new NotFound("claim", claimId));
    }

    @Transactional(readOnly = true)
    public List<SentenceView> sentences(long articleRevisionId) {
        return jdbc.sql("select start_at, end_at, checkworthy, not_checkable from sentence"
                        + " where article_revision_id = :id order by number")
                .param("id", articleRevisionId)
                .query((row, n) -> new SentenceView(
                        row.getInt("start_at"),
                        row.getInt("end_at"),
                        row.getBoolean("checkworthy"),
                        row.getString("not_checkable")))
                .list();
    }

    @Transactional(readOnly = true)
    public List<BoilerplateView> boilerplate(long articleRevisionId) {
        return jdbc.sql(
                        "select start_at, end_at, kind from boilerplate where article_revision_id = :id order by number")
                .param("id", articleRevisionId)
                .query((row, n) ->
                        new BoilerplateView(row.getInt("start_at"), row.getInt("end_at"), row.getString("kind")))
                .list();
    }

    private List<ClaimView> read(String condition, long id) {
        Map<Long, List<PassageSpan>> passages = group(
                "passage_span",
                condition,
                id,
                (row, n) -> new PassageSpan(
                        row.getInt("start_at"),
                        row.getInt("end_at"),
                        row.getString("exact"),
                        row.getString("prefix"),
                        row.getString("suffix")));
        Map<Long, List<ClaimQuantity>> quantities = group(
                "claim_quantity",
                condition,
                id,
                (row, n) -> new ClaimQuantity(
                        row.getInt("start_at"),
                        row.getInt("end_at"),
                        row.getObject("value", Double.class),
                        row.getObject("low", Double.class),
                        row.getObject("high", Double.class),
                        row.getString("unit"),
                        row.getString("comparator")));
        Map<Long, List<ClaimTime>> times = group(
                "claim_time",
                condition,
                id,
                (row, n) -> new ClaimTime(row.getInt("start_at"), row.getInt("end_at"), row.getString("value")));
        // The revision in the same statement as what it is the revision of: a form is opened at both.
        return jdbc.sql(
                        "select c.*, shown_wording(c.id, c.wording) as shown, a.name as assignee_name, h.number as revision"
                                + " from claim c"
                                + " join chain_head h on h.claim_id = c.id left join account a on a.id = c.assignee_id"
                                + " where " + condition + " order by c.start_at, c.id")
                .param("id", id)
                .query((row, n) -> view(
                        row,
                        passages.getOrDefault(row.getLong("id"), List.of()),
                        quantities.getOrDefault(row.getLong("id"), List.of()),
                        times.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private <T> Map<Long, List<T>> group(String table, String condition, long id, RowMapper<T> mapper) {
        Map<Long, List<T>> groups = new HashMap<>();
        jdbc.sql("select t.* from " + table + " t join claim c on c.id = t.claim_id where " + condition
                        + " order by t.claim_id, t.position")
                .param("id", id)
                .query(row -> {
                    groups.computeIfAbsent(row.getLong("claim_id"), key -> new ArrayList<>())
                            .add(mapper.mapRow(row, 0));
                });
        return groups;
    }

    private static ClaimView view(
            ResultSet row, List<PassageSpan> passage, List<ClaimQuantity> quantities, List<ClaimTime> times)
            throws SQLException {
        String dismissal = row.getString("dismissal");
        return new ClaimView(
                row.getLong("id"),
                row.getLong("article_id"),
                row.getLong("article_revision_id"),
                row.getInt("start_at"),
                Coded.of(ClaimState.class, row.getString("state")),
                Coded.of(Origin.class, row.getString("origin")),
                row.getString("shown"),
                Coded.of(Kind.class, row.getString("kind")),
                row.getString("claimant_name"),
                row.getString("claimant_role"),
                Arrays.asList((String[]) row.getArray("reasons").getArray()),
                dismissal == null ? null : Coded.of(Dismissal.class, dismissal),
                row.getString("dismissal_note"),
                row.getObject("assignee_id", Long.class),
                row.getString("assignee_name"),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("hidden"),
                row.getBoolean("locked"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("revision"),
                passage,
                quantities,
                times);
    }
}
