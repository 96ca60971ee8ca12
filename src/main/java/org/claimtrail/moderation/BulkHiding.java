package org.claimtrail.moderation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.claimtrail.account.Actor;
import org.claimtrail.support.Coded;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hides many things of one person at once: an entry for each, and one more for all of them. */
@Service
public class BulkHiding {

    /** So many a page shows, and one decision hides. */
    public static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Entries entries;
    private final Hiding hiding;

    BulkHiding(JdbcClient jdbc, Entries entries, Hiding hiding) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.hiding = hiding;
    }

    /**
     * The comments, the evidence and the wordings of claims by this person, newest first, {@link #MOST} at most.
     *
     * @param from the first day, in UTC; null for the beginning
     * @param to the last day, in UTC; null for today
     */
    @Transactional(readOnly = true)
    public List<WorkView> of(long accountId, @Nullable LocalDate from, @Nullable LocalDate to) {
        return jdbc.sql("""
            select w.*, hidden_notice(w.claim_id, w.part, w.item) as notice from (
                select claim_id, 'comment' as part, id as item, written_at as at, text from comment
                where author_id = :account and deleted_at is null
                union all
                select e.claim_id, 'evidence', e.id, e.created_at,
                       concat_ws(' · ', s.title, nullif(e.quoted_passage, ''), nullif(e.note, ''))
                from evidence e join source s on s.id = e.source_id where e.created_by = :account
                union all
                select c.id, 'wording', 0, r.at, c.wording
                from revision r join claim c on c.id = r.claim_id
                where r.actor_id = :account and r.number = 1 and r.action = 'marked') w
            where (cast(:from as timestamptz) is null or w.at >= :from)
              and (cast(:to as timestamptz) is null or w.at < :to)
            order by w.at desc, w.claim_id desc, w.item desc limit :most
            """)
                .param("account", accountId)
                .param("from", from == null ? null : start(from))
                .param("to", to == null ? null : start(to.plusDays(1)))
                .param("most", MOST)
                .query((row, n) -> new WorkView(
                        new Place(
                                row.getLong("claim_id"),
                                Coded.of(Part.class, row.getString("part")),
                                row.getLong("item")),
                        Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                                .toInstant(),
                        row.getString("notice") == null ? row.getString("text") : "",
                        row.getString("notice")))
                .list();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** Who it is. */
    @Transactional(readOnly = true)
    public String name(long accountId) {
        return jdbc.sql("select name from account where id = :id")
                .param("id", accountId)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("account", accountId));
    }

    /**
     * Hides what is chosen; what is hidden already stays as it is.
     *
     * @param names as {@link WorkView#name} gives them
     * @return the number of the entry for all of them
     * @throws Refused where nothing is chosen, or something that is not this person's
     */
    @Transactional
    public long hide(Actor admin, long accountId, List<String> names, Ground ground, String reason) {
        List<Place> chosen = names.stream()
                .distinct()
                .map(BulkHiding::place)
                .filter(place -> !hiding.hidden(place))
                .sorted(Comparator.comparingLong(Place::claimId))
                .toList();
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw new Refused("moderation.refused.bulk-none");
        }
        if (!chosen.stream().allMatch(place -> belongs(place, accountId))) {
            throw new Refused("moderation.refused.target");
        }
        long bulk = entries.add(admin, Decision.BULK_HIDDEN, reason, Target.account(accountId), null);
        for (Place place : chosen) {
            join(bulk, hiding.hide(admin, place, ground, reason, null, false));
        }
        return bulk;
    }

    private boolean belongs(Place place, long accountId) {
        String sql = switch (place.part()) {
            case COMMENT ->
                "select count(*) from comment where claim_id = :claim and id = :item and author_id = :account";
            case EVIDENCE ->
                "select count(*) from evidence where claim_id = :claim and id = :item and created_by = :account";
            case WORDING ->
                "select count(*) from revision where claim_id = :claim and 0 = :item and number = 1 and actor_id ="
                        + " :account";
            case REASONING, NAME -> "select 0 where :claim = :item and :account = 0";
        };
        return jdbc.sql(sql)
                        .param("claim", place.claimId())
                        .param("item", place.item())
                        .param("account", accountId)
                        .query(Integer.class)
                        .optional()
                        .orElse(0)
                > 0;
    }

    /**
     * Shows again all that one such decision hid, as far as it is hidden.
     *
     * @throws Refused where nothing of it is hidden any more
     */
    @Transactional
    public long undo(Actor admin, long bulkId, String reason) {
        List<Place> places = jdbc.sql("""
            select h.claim_id, h.part, h.item_id from moderation_bulk b join hiding_act h on h.entry_id = b.entry_id
                 join moderation_entry e on e.id = b.bulk_id
            where b.bulk_id = :bulk and e.decision = 'bulk_hidden'
              and hidden_notice(h.claim_id, h.part, h.item_id) is not null
            order by h.claim_id, h.id
            """)
                .param("bulk", bulkId)
                .query((row, n) -> new Place(
                        row.getLong("claim_id"), Coded.of(Part.class, row.getString("part")), row.getLong("item_id")))
                .list();
        if (places.isEmpty()) {
            throw new Refused("moderation.refused.not-hidden");
        }
        long account = account(bulkId);
        long bulk = entries.add(admin, Decision.BULK_SHOWN, reason, Target.account(account), null);
        for (Place place : places) {
            join(bulk, hiding.show(admin, place, reason, false));
        }
        return account;
    }

    private long account(long bulkId) {
        return jdbc.sql("select account_id from moderation_entry where id = :id")
                .param("id", bulkId)
                .query(Long.class)
                .single();
    }

    private void join(long bulk, long entry) {
        jdbc.sql("insert into moderation_bulk (bulk_id, entry_id) values (:bulk, :entry)")
                .param("bulk", bulk)
                .param("entry", entry)
                .update();
    }

    private static Place place(String name) {
        int mark = name.indexOf(':');
        if (mark < 1 || !name.substring(0, mark).matches("\\d{1,18}")) {
            throw new Refused("moderation.refused.target");
        }
        return Place.named(Long.parseLong(name.substring(0, mark)), name.substring(mark + 1));
    }
}
