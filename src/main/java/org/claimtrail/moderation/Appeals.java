package org.claimtrail.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.claimtrail.account.Actor;
import org.claimtrail.audit.Audit;
import org.claimtrail.notification.NotificationKind;
import org.claimtrail.notification.Notifications;
import org.claimtrail.support.Coded;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes appeals of those whom a decision concerns, and lets another admin decide on them. */
@Service
public class Appeals {

    private static final String READ = """
        select e.*, coalesce(e.part, case when e.account_id is not null then 'account'
                   when e.comment_id is not null then 'comment'
                   when e.evidence_id is not null then 'evidence' else 'claim' end) as thing,
               shown_wording(c.id, c.wording) as wording, a.id as appealed, a.account_name as appealed_by, a.words,
               o.decision as outcome, o.reason as outcome_reason, (:reader in (e.actor_id, a.account_id)) as own_or_first
        from moderation_entry e left join claim c on c.id = e.claim_id left join appeal a on a.entry_id = e.id
             left join moderation_entry o on o.appeal_id = a.id
        """;

    private final JdbcClient jdbc;
    private final Entries entries;
    private final Hiding hiding;
    private final Moderation moderation;
    private final Notifications notifications;
    private final Audit audit;
    private final Clock clock;

    Appeals(
            JdbcClient jdbc,
            Entries entries,
            Hiding hiding,
            Moderation moderation,
            Notifications notifications,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.hiding = hiding;
        this.moderation = moderation;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of the decisions about this person's things, newest first. */
    @Transactional(readOnly = true)
    public List<DecisionView> about(Actor reader, @Nullable Long before, int size) {
        return jdbc.sql(READ + """
            where e.id in (select entry_id from moderation_concern where account_id = :reader)
              and (cast(:before as bigint) is null or e.id < :before)
            order by e.id desc limit :size
            """)
                .param("reader", reader.accountId())
                .param("before", before)
                .param("size", size)
                .query(Appeals::view)
                .list();
    }

    /** The decision that suspended this person, the newest; none where it was made before there was a log. */
    @Transactional(readOnly = true)
    public Optional<DecisionView> againstSuspension(Actor person) {
        return jdbc.sql(READ + """
            where e.id in (select entry_id from moderation_concern where account_id = :reader)
              and e.decision = 'suspended' and e.account_id = :reader
            order by e.id desc limit 1
            """)
                .param("reader", person.accountId())
                .query(Appeals::view)
                .optional();
    }

    /** A page of appeals that nobody has decided on, the oldest first, after the one with this number. */
    @Transactional(readOnly = true)
    public List<DecisionView> waiting(Actor reader, long after, int size) {
        return jdbc.sql(READ + " where a.id > :after and o.id is null order by a.id limit :size")
                .param("reader", reader.accountId())
                .param("after", after)
                .param("size", size)
                .query(Appeals::view)
                .list();
    }

    /**
     * Appeals against a decision.
     *
     * @param words 1 to 2,000 code points
     * @throws NotFound where it does not concern this person
     * @throws Refused where it takes nothing away, or the appeal is made already
     */
    @Transactional
    public void appeal(Actor person, long entryId, String words) {
        DecisionView decision = jdbc.sql(READ + """
            where e.id = :entry
              and exists (select 1 from moderation_concern x where x.entry_id = e.id and x.account_id = :reader)
            """)
                .param("reader", person.accountId())
                .param("entry", entryId)
                .query(Appeals::view)
                .optional()
                .orElseThrow(() -> new NotFound("decision", entryId));
        if (!decision.decision().appealable()) {
            throw new Refused("moderation.refused.not-appealable");
        }
        int made = jdbc.sql("""
            insert into appeal (entry_id, account_id, account_name, words, at)
            values (:entry, :account, :name, :words, :now) on conflict do nothing
            """)
                .param("entry", entryId)
                .param("account", person.accountId())
                .param("name", person.name())
                .param("words", words)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (made == 0) {
            throw new Refused("moderation.refused.appealed");
        }
        audit.record(person.id(), person.name(), "appealed", "entry " + entryId, Map.of());
        if (decision.claimId() != null) {
            List<Long> admins = jdbc.sql("select id from account where role = 'admin' and status = 'active'")
                    .query(Long.class)
                    .list();
            notifications.tell(
                    admins, NotificationKind.APPEALED, decision.claimId(), person, entries.wording(decision.claimId()));
        }
    }

    /** What an appeal is against. */
    private record Appealed(Target target, @Nullable Place place, Decision decision, long firstAdmin, long person) {}

    /**
     * Decides on an appeal; reversing undoes the decision where it still holds.
     *
     * @throws Refused for the admin who made the decision, for the one who appeals, and where somebody decided already
     */
    @Transactional
    public void decide(Actor admin, long appealId, boolean reverse, String reason) {
        Appealed appealed = jdbc.sql("""
            select e.*, a.account_id as appellant from appeal a join moderation_entry e on e.id = a.entry_id
            where a.id = :id
            """)
                .param("id", appealId)
                .query((row, n) -> appealed(row))
                .optional()
                .orElseThrow(() -> new NotFound("appeal", appealId));
        if (admin.is(appealed.firstAdmin()) || admin.is(appealed.person())) {
            throw new Refused("moderation.refused.another-admin");
        }
        boolean decided = jdbc.sql("select exists (select 1 from moderation_entry where appeal_id = :id)")
                .param("id", appealId)
                .query(Boolean.class)
                .single();
        if (decided) {
            throw new Refused("moderation.refused.decided");
        }
        try {
            entries.addOutcome(admin, reverse ? Decision.REVERSED : Decision.UPHELD, reason, appealId);
        } catch (DuplicateKeyException e) {
            throw new Refused("moderation.refused.decided");
        }
        if (reverse) {
            undo(admin, appealed, reason);
        }
        Long claimId = appealed.target().claimId();
        if (claimId != null) {
            notifications.tell(
                    List.of(appealed.person()),
                    NotificationKind.APPEAL_DECIDED,
                    claimId,
                    admin,
                    entries.wording(claimId));
        }
    }

    private void undo(Actor admin, Appealed appealed, String reason) {
        Place place = appealed.place();
        switch (appealed.decision()) {
            case HIDDEN -> {
                if (place == null) {
                    moderation.hide(
                            admin, Objects.requireNonNull(appealed.target().claimId()), false, reason);
                } else if (hiding.hidden(place)) {
                    hiding.show(admin, place, reason);
                }
            }
            case LOCKED ->
                moderation.lock(admin, Objects.requireNonNull(appealed.target().claimId()), false, reason);
            case SUSPENDED -> {
                long account = Objects.requireNonNull(appealed.target().accountId());
                if (moderation.suspended(account)) {
                    moderation.reinstate(admin, account, reason);
                }
            }
            default -> throw new IllegalStateException("nothing to undo: " + appealed.decision());
        }
    }

    private static Appealed appealed(ResultSet row) throws SQLException {
        Target target = new Target(
                row.getObject("claim_id", Long.class),
                row.getObject("evidence_id", Long.class),
                row.getObject("comment_id", Long.class),
                row.getObject("account_id", Long.class));
        String part = row.getString("part");
        Place place = null;
        if (part != null && target.claimId() != null) {
            Part of = Coded.of(Part.class, part);
            Long item = switch (of) {
                case WORDING, REASONING -> Long.valueOf(0);
                case EVIDENCE -> target.evidenceId();
                case COMMENT -> target.commentId();
                case NAME -> row.getObject("person_id", Long.class);
            };
            place = new Place(target.claimId(), of, Objects.requireNonNull(item));
        }
        return new Appealed(
                target,
                place,
                Coded.of(Decision.class, row.getString("decision")),
                row.getLong("actor_id"),
                row.getLong("appellant"));
    }

    private static DecisionView view(ResultSet row, int n) throws SQLException {
        String ground = row.getString("ground");
        String outcome = row.getString("outcome");
        return new DecisionView(
                row.getLong("id"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("thing"),
                Coded.of(Decision.class, row.getString("decision")),
                ground == null ? null : Coded.of(Ground.class, ground),
                row.getString("reason"),
                row.getObject("claim_id", Long.class),
                row.getString("wording"),
                row.getObject("appealed", Long.class),
                row.getString("appealed_by"),
                row.getString("words"),
                outcome == null ? null : Coded.of(Decision.class, outcome),
                row.getString("outcome_reason"),
                row.getBoolean("own_or_first"));
    }
}
