package org.claimtrail.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the audit log. An entry is part of the transaction that did what it tells. */
@Service
public class Audit {

    private static final int AT_ONCE = 1_000;
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Audit(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds one entry.
     *
     * @param actorId the account that acted; null for a visitor or the program itself
     * @param action what was done, as a code such as {@code signed_in}; the page says it in words
     * @param subject what it was done to, for people to read; may be empty
     */
    @Transactional
    public void record(
            @Nullable Long actorId, String actorName, String action, String subject, Map<String, String> details) {
        jdbc.sql("""
            insert into audit_entry (at, actor_id, actor_name, action, subject, details)
            values (:at, :actorId, :actorName, :action, :subject, cast(:details as jsonb))
            """)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("actorId", actorId)
                .param("actorName", actorName)
                .param("action", action)
                .param("subject", subject)
                .param("details", json.writeValueAsString(new TreeMap<>(details)))
                .update();
    }

    /**
     * A page of the log, newest first.
     *
     * @param before only entries with a smaller number; null for the newest
     */
    @Transactional(readOnly = true)
    public List<AuditEntry> page(AuditFilter filter, @Nullable Long before, int size) {
        return asked(filter)
                .param("before", before)
                .param("size", size)
                .query((row, n) -> entry(row))
                .list();
    }

    /** Writes all entries that the filter lets through as CSV, newest first; returns how many. */
    @Transactional(readOnly = true)
    public long write(AuditFilter filter, OutputStream out) throws IOException {
        AuditCsv csv = new AuditCsv(out);
        long written = 0;
        Long before = null;
        while (true) {
            List<AuditEntry> page = page(filter, before, AT_ONCE);
            page.forEach(csv::row);
            written += page.size();
            if (page.size() < AT_ONCE) {
                csv.flush();
                return written;
            }
            before = page.get(AT_ONCE - 1).id();
        }
    }

    private JdbcClient.StatementSpec asked(AuditFilter filter) {
        List<String> actions = new ArrayList<>();
        String conditions = "";
        AuditKind kind = filter.kind();
        if (kind != null) {
            actions.addAll(actions().stream().filter(kind::has).toList());
            // Of a kind that nothing in the log has, nothing is found.
            actions.add("");
            conditions += " and action in (:actions)";
        }
        conditions += filter.action() == null ? "" : " and action = :action";
        conditions += filter.who() == null ? "" : " and lower(actor_name) = lower(:who)";
        conditions += filter.from() == null ? "" : " and at >= cast(:from as date)::timestamp at time zone 'UTC'";
        conditions += filter.to() == null ? "" : " and at < (cast(:to as date) + 1)::timestamp at time zone 'UTC'";
        return jdbc.sql("select id, at, actor_name, action, subject, details from audit_entry"
                        + " where (cast(:before as bigint) is null or id < :before)" + conditions
                        + " order by id desc limit :size")
                .param("actions", actions)
                .param("action", filter.action())
                .param("who", filter.who())
                .param("from", filter.from())
                .param("to", filter.to());
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("subject"),
                details(row.getString("details")));
    }

    /** The actions that stand in the log, for its filter. */
    @Transactional(readOnly = true)
    public List<String> actions() {
        // A skip scan over the index: as many steps as there are actions, however long the log is.
        return jdbc.sql("""
            with recursive found as (
                (select action from audit_entry order by action limit 1)
                union all
                select (select a.action from audit_entry a where a.action > found.action
                        order by a.action limit 1)
                from found where found.action is not null)
            select action from found where action is not null order by action
            """).query(String.class).list();
    }

    private SortedMap<String, String> details(String text) {
        return json.readValue(text, DETAILS);
    }
}
