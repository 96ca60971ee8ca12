package org.claimtrail.moderation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.claimtrail.account.Actor;
import org.claimtrail.audit.Audit;
import org.claimtrail.claim.Claims;
import org.claimtrail.history.Facts;
import org.claimtrail.history.History;
import org.claimtrail.support.Coded;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hides one part of what stands at a claim, and shows it again. Its row stays as it is, and so do the revisions that speak
 * of it; whoever reads them gets a notice instead.
 */
@Service
public class Hiding {

    private static final int COMMENTS = 200;

    private final Claims claims;
    private final History history;
    private final Entries entries;
    private final Audit audit;
    private final Sentences sentences;
    private final JdbcClient jdbc;

    Hiding(Claims claims, History history, Entries entries, Audit audit, Sentences sentences, JdbcClient jdbc) {
        this.claims = claims;
        this.history = history;
        this.entries = entries;
        this.audit = audit;
        this.sentences = sentences;
        this.jdbc = jdbc;
    }

    /**
     * @throws NotFound where nothing stands there
     * @throws Refused where it is hidden already
     */
    @Transactional
    public void hide(Actor admin, Place place, Ground ground, String reason) {
        hide(admin, place, ground, reason, null, true);
    }

    long hide(Actor admin, Place place, Ground ground, String reason, @Nullable Long caseId, boolean tell) {
        claims.lock(place.claimId());
        if (count(place) == 0) {
            throw new NotFound(place.part().code(), place.item());
        }
        if (notice(place) != null) {
            throw new Refused("moderation.refused.hidden-already");
        }
        long entry = entries.add(admin, Decision.HIDDEN, reason, place.target(), place, ground, caseId, tell);
        String notice = sentences.say("moderation.notice", sentences.say("moderation.ground." + ground.code()));
        act(entry, place, ground, notice);
        record(admin, "content_hidden", reason, place, Facts.NONE, facts(place, ground));
        return entry;
    }

    /** @throws Refused where it is not hidden */
    @Transactional
    public void show(Actor admin, Place place, String reason) {
        show(admin, place, reason, true);
    }

    long show(Actor admin, Place place, String reason, boolean tell) {
        claims.lock(place.claimId());
        Ground ground = jdbc.sql(
                        "select ground from hidden_now where claim_id = :claim and part = :part and item_id = :item")
                .param("claim", place.claimId())
                .param("part", place.part().code())
                .param("item", place.item())
                .query((row, n) -> Coded.of(Ground.class, row.getString("ground")))
                .optional()
                .orElseThrow(() -> new Refused("moderation.refused.not-hidden"));
        long entry = entries.add(admin, Decision.SHOWN, reason, place.target(), place, null, null, tell);
        act(entry, place, null, null);
        record(admin, "content_shown", reason, place, facts(place, ground), Facts.NONE);
        return entry;
    }

    /** A comment is no part of the claim, and its hiding no part of the claim's history. */
    private void record(Actor admin, String action, String reason, Place place, Facts before, Facts after) {
        if (place.part() != Part.COMMENT) {
            history.record(place.claimId(), admin, action, reason, before, after);
        }
    }

    private static Facts facts(Place place, Ground ground) {
        return Facts.builder().with(place.fact(), ground).build();
    }

    private void act(long entry, Place place, @Nullable Ground ground, @Nullable String notice) {
        jdbc.sql("""
            insert into hiding_act (entry_id, claim_id, part, evidence_id, comment_id, person_id, hide, ground, notice)
            values (:entry, :claim, :part, :evidence, :comment, :person, :hide, :ground, :notice)
            """)
                .param("entry", entry)
                .param("claim", place.claimId())
                .param("part", place.part().code())
                .param("evidence", place.evidenceId())
                .param("comment", place.commentId())
                .param("person", place.personId())
                .param("hide", notice != null)
                .param("ground", ground == null ? null : ground.code())
                .param("notice", notice)
                .update();
    }

    boolean hidden(Place place) {
        return notice(place) != null;
    }

    private @Nullable String notice(Place place) {
        return jdbc.sql("select hidden_notice(:claim, :part, :item)")
                .param("claim", place.claimId())
                .param("part", place.part().code())
                .param("item", place.item())
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private long count(Place place) {
        String sql = switch (place.part()) {
            case WORDING -> "select count(*) from claim where id = :claim and 0 = :item";
            case REASONING ->
                "select count(*) from verdict where claim_id = :claim and published_at is not null and 0 = :item";
            case EVIDENCE -> "select count(*) from evidence where claim_id = :claim and id = :item";
            case COMMENT -> "select count(*) from comment where claim_id = :claim and id = :item";
            case NAME -> """
                select (select count(*) from revision where claim_id = :claim and actor_id = :item)
                     + (select count(*) from comment where claim_id = :claim and author_id = :item)
                """;
        };
        return jdbc.sql(sql)
                .param("claim", place.claimId())
                .param("item", place.item())
                .query(Long.class)
                .single();
    }

    /**
     * All that can be hidden at a claim. What an admin asks to see although it is hidden is entered in the audit log.
     *
     * @param see what to show although it is hidden; null for nothing
     */
    @Transactional
    public List<HideableView> at(Actor admin, long claimId, @Nullable Place see) {
        List<HideableView> all = jdbc.sql("""
            select t.*, hidden_notice(:claim, t.part, t.item) as notice from (
                select 1 as place, 'wording' as part, 0::bigint as item, '' as name, wording as text
                from claim where id = :claim
                union all
                select 2, 'reasoning', 0, '', explanation from verdict
                where claim_id = :claim and published_at is not null
                union all
                select 3, 'evidence', e.id, s.title, concat_ws(E'\\n', s.title, nullif(e.quoted_passage, ''),
                    nullif(e.note, ''), s.address)
                from evidence e join source s on s.id = e.source_id where e.claim_id = :claim
                union all
                select 4, 'name', p.id, '', min(p.name)
                from (select actor_id as id, actor_name as name from revision
                      where claim_id = :claim and actor_id is not null
                      union select author_id, author_name from comment where claim_id = :claim) p
                group by p.id
                union all
                (select 5, 'comment', id, shown_name(claim_id, author_id, author_name), text from comment
                 where claim_id = :claim and deleted_at is null order by id desc limit :size)) t
            order by t.place, t.item
            """)
                .param("claim", claimId)
                .param("size", COMMENTS)
                .query((row, n) -> {
                    Place place = new Place(claimId, Coded.of(Part.class, row.getString("part")), row.getLong("item"));
                    String notice = row.getString("notice");
                    boolean shown = notice == null || place.equals(see);
                    boolean bare = place.part() == Part.EVIDENCE && !shown;
                    return new HideableView(
                            place, bare ? "" : row.getString("name"), shown ? row.getString("text") : null, notice);
                })
                .list();
        if (see != null && all.stream().anyMatch(h -> h.place().equals(see) && h.notice() != null)) {
            audit.record(admin.id(), admin.name(), "hidden_seen", "claim " + claimId + ", " + see.name(), Map.of());
        }
        return all;
    }
}
