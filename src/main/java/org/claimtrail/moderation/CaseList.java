package org.claimtrail.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimtrail.claim.ClaimState;
import org.claimtrail.support.Coded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the queue of cases: four statements, however many there are. */
@Service
public class CaseList {

    private final JdbcClient jdbc;

    CaseList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many cases wait. */
    @Transactional(readOnly = true)
    public int open() {
        return jdbc.sql("select count(*) from moderation_case where closed_at is null")
                .query(Integer.class)
                .single();
    }

    /** A page of open cases, the oldest first, after the case with this number. */
    @Transactional(readOnly = true)
    public List<CaseView> page(CaseFilter filter, long after, int size) {
        List<CaseView> cases = jdbc.sql("""
                        select k.*, shown_wording(c.id, c.wording) as wording, c.state, c.hidden, c.locked,
                               shown_evidence(k.claim_id, e.id, e.quoted_passage, '') as quoted_passage,
                               shown_evidence(k.claim_id, e.id, e.note, '') as note,
                               shown_evidence(k.claim_id, e.id, s.title, hidden_notice(k.claim_id, 'evidence', e.id)) as title,
                               shown_comment(k.claim_id, m.id, m.text) as comment_text,
                               shown_name(k.claim_id, m.author_id, m.author_name) as author_name, a.name as account_name, a.role, a.status
                        from moderation_case k left join claim c on c.id = k.claim_id
                             left join evidence e on e.id = k.evidence_id left join source s on s.id = e.source_id
                             left join comment m on m.id = k.comment_id left join account a on a.id = k.account_id
                        where k.id > :after and\s\
                        """ + filter.where() + " order by k.id limit :size")
                .param("after", after)
                .param("size", size)
                .params(filter.parameters())
                .query(CaseList::view)
                .list();
        if (cases.isEmpty()) {
            return cases;
        }
        List<Long> ids = cases.stream().map(CaseView::id).toList();
        Map<Long, List<FlagView>> flags = flags(ids);
        Map<Long, List<CaseView.Line>> around = new HashMap<>(talk(ids));
        around.putAll(doings(ids));
        return cases.stream()
                .map(k -> new CaseView(
                        k.id(),
                        k.target(),
                        k.openedAt(),
                        k.text(),
                        k.by(),
                        k.wording(),
                        k.state(),
                        k.hidden(),
                        k.locked(),
                        k.suspended(),
                        flags.getOrDefault(k.id(), List.of()),
                        around.getOrDefault(k.id(), List.of())))
                .toList();
    }

    private Map<Long, List<FlagView>> flags(List<Long> cases) {
        Map<Long, List<FlagView>> flags = new HashMap<>();
        jdbc.sql("select * from flag where case_id in (:cases) order by id")
                .param("cases", cases)
                .query(row -> {
                    flags.computeIfAbsent(row.getLong("case_id"), key -> new ArrayList<>())
                            .add(new FlagView(
                                    row.getLong("id"),
                                    Coded.of(Problem.class, row.getString("problem")),
                                    row.getString("note"),
                                    row.getString("raised_by_name"),
                                    at(row, "raised_at")));
                });
        return flags;
    }

    /** The flagged comments, with the two before each and the two after. */
    private Map<Long, List<CaseView.Line>> talk(List<Long> cases) {
        return lines("""
            select k.id as case_id, shown_name(k.claim_id, near.author_id, near.author_name) as who,
                       shown_comment(k.claim_id, near.id, near.text) as text, near.written_at as at,
                   near.id = k.comment_id as flagged
            from moderation_case k cross join lateral (
                (select * from comment where claim_id = k.claim_id and id <= k.comment_id and deleted_at is null
                 order by id desc limit 3)
                union all
                (select * from comment where claim_id = k.claim_id and id > k.comment_id and deleted_at is null
                 order by id limit 2)) near
            where k.id in (:cases) and k.comment_id is not null order by k.id, near.id
            """, cases);
    }

    /** What the flagged accounts did last. */
    private Map<Long, List<CaseView.Line>> doings(List<Long> cases) {
        return lines("""
            select k.id as case_id, did.action as who, left(shown_wording(c.id, c.wording), 200) as text, did.at, false as flagged
            from moderation_case k cross join lateral (
                (select action, claim_id, at from revision where actor_id = k.account_id order by at desc limit 5)
                union all
                (select 'commented', claim_id, written_at from comment where author_id = k.account_id
                 order by id desc limit 5)) did
                 join claim c on c.id = did.claim_id
            where k.id in (:cases) and k.account_id is not null order by k.id, did.at desc
            """, cases);
    }

    private Map<Long, List<CaseView.Line>> lines(String sql, List<Long> cases) {
        Map<Long, List<CaseView.Line>> lines = new HashMap<>();
        jdbc.sql(sql).param("cases", cases).query(row -> {
            lines.computeIfAbsent(row.getLong("case_id"), key -> new ArrayList<>())
                    .add(new CaseView.Line(
                            row.getString("who"), row.getString("text"), at(row, "at"), row.getBoolean("flagged")));
        });
        return lines;
    }

    private static CaseView view(ResultSet row, int n) throws SQLException {
        Target target = new Target(
                row.getObject("claim_id", Long.class),
                row.getObject("evidence_id", Long.class),
                row.getObject("comment_id", Long.class),
                row.getObject("account_id", Long.class));
        String state = row.getString("state");
        String quoted = row.getString("quoted_passage");
        String text = switch (target.kind()) {
            case CLAIM -> row.getString("wording");
            case EVIDENCE -> quoted.isEmpty() ? row.getString("note") : quoted;
            case COMMENT -> row.getString("comment_text");
            case ACCOUNT -> row.getString("account_name");
        };
        String by = switch (target.kind()) {
            case CLAIM -> null;
            case EVIDENCE -> row.getString("title");
            case COMMENT -> row.getString("author_name");
            case ACCOUNT -> row.getString("role");
        };
        return new CaseView(
                row.getLong("id"),
                target,
                at(row, "opened_at"),
                text,
                by,
                row.getString("wording"),
                state == null ? null : Coded.of(ClaimState.class, state),
                row.getBoolean("hidden"),
                row.getBoolean("locked"),
                "suspended".equals(row.getString("status")),
                List.of(),
                List.of());
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
