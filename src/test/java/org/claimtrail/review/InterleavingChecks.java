package org.claimtrail.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.claimtrail.Cast;
import org.claimtrail.history.Facts;
import org.claimtrail.history.History;
import org.claimtrail.history.Revision;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the history and the tables against what was sent and how it was answered. */
final class InterleavingChecks {

    private final Cast cast;
    private final History history;
    private final JdbcClient jdbc;

    InterleavingChecks(Cast cast, History history, JdbcClient jdbc) {
        this.cast = cast;
        this.history = history;
        this.jdbc = jdbc;
    }

    enum Act {
        REWORD,
        EDIT_EVIDENCE,
        ATTACH,
        REMOVE,
        DRAFT,
        PUBLISH,
        CORRECT,
        COMMENT
    }

    /** One form that was sent: what it showed, and what was typed into which facts. */
    record Sent(Act act, String by, int base, Map<String, String> facts, Set<String> tokens, boolean done) {}

    /** @param log all that was sent on this claim so far */
    void check(long claim, List<Sent> log) {
        List<Revision> timeline = history.timeline(claim);
        assertThat(history.firstBroken(claim)).isEmpty();
        Facts now = History.fold(timeline);
        for (Sent sent : log) {
            if (sent.act() == Act.COMMENT) {
                assertThat(comments(sent)).isEqualTo(sent.done() ? 1 : 0);
            } else if (sent.act() != Act.REMOVE) {
                Revision revision = timeline.stream()
                        .filter(r -> sent.tokens().stream()
                                .anyMatch(token -> r.after().values().containsValue(token)))
                        .findFirst()
                        .orElse(null);
                if (sent.done() && !sent.tokens().isEmpty()) {
                    assertThat(revision).as("the revision of " + sent).isNotNull();
                    isWhole(sent, Objects.requireNonNull(revision), timeline);
                } else {
                    assertThat(revision)
                            .as("a trace of what was refused: " + sent)
                            .isNull();
                }
            }
        }
        isStored(claim, now);
    }

    /** The revision holds all that was typed, by its writer, over nothing that its form had not shown. */
    private static void isWhole(Sent sent, Revision revision, List<Revision> timeline) {
        assertThat(revision.actorName()).isEqualTo(sent.by());
        Facts then = History.fold(timeline.subList(0, revision.number()));
        if (sent.act() == Act.ATTACH) {
            assertThat(then.values().values()).containsAll(sent.tokens());
            return;
        }
        sent.facts()
                .forEach((name, value) ->
                        assertThat(then.get(name)).as(name + " of " + sent).isEqualTo(value));
        Set<String> unseen = new TreeSet<>();
        timeline.subList(sent.base(), revision.number() - 1).forEach(r -> unseen.addAll(r.touched()));
        Set<String> over = new TreeSet<>(revision.touched());
        over.retainAll(unseen);
        // What the desk itself writes with each correction is no field of a form.
        over.removeIf(name -> name.startsWith("verdict.correction") || name.equals("state"));
        assertThat(over).as("overwritten without being seen: " + sent).isEmpty();
    }

    private int comments(Sent sent) {
        return jdbc.sql("select count(*) from comment where text in (:texts)")
                .param("texts", sent.tokens())
                .query(Integer.class)
                .single();
    }

    /** The tables say what the history says; what is public has all that it needs. */
    private void isStored(long claim, Facts now) {
        assertThat(cast.stored("wording", claim)).isEqualTo(now.get("wording"));
        assertThat(cast.stored("kind", claim)).isEqualTo(now.get("kind"));
        assertThat(cast.stored("state", claim)).isEqualTo(now.get("state"));
        assertThat(cast.stored("coalesce(claimant_name, '')", claim)).isEqualTo(text(now, "claimant.name"));
        assertThat(cast.stored("coalesce(claimant_role, '')", claim)).isEqualTo(text(now, "claimant.role"));
        jdbc.sql("select e.id, e.stance, e.quoted_passage, e.note, s.title, coalesce(s.publisher, '') as publisher"
                        + " from evidence e join source s on s.id = e.source_id where claim_id = :id and not removed")
                .param("id", claim)
                .query()
                .listOfRows()
                .forEach(row -> {
                    String name = "evidence." + row.get("id") + ".";
                    assertThat(List.of(
                                    text(now, name + "stance"),
                                    text(now, name + "quote"),
                                    text(now, name + "note"),
                                    text(now, name + "title"),
                                    text(now, name + "publisher")))
                            .isEqualTo(List.of(
                                    row.get("stance"),
                                    row.get("quoted_passage"),
                                    row.get("note"),
                                    row.get("title"),
                                    row.get("publisher")));
                });
        jdbc.sql("select v.explanation, coalesce(r.label, '') as label, v.published_at from verdict v"
                        + " left join rating r on r.id = v.rating_id where v.claim_id = :id")
                .param("id", claim)
                .query()
                .listOfRows()
                .forEach(row -> {
                    assertThat(row.get("explanation")).isEqualTo(text(now, "verdict.explanation"));
                    assertThat(row.get("label")).isEqualTo(text(now, "verdict.rating"));
                });
        if (Set.of("published", "corrected").contains(text(now, "state"))) {
            assertThat(now.values().keySet()).contains("verdict.rating", "verdict.explanation", "verdict.published");
            assertThat(now.values().keySet()).anyMatch(name -> name.matches("evidence\\.\\d+\\.stance"));
        }
    }

    private static String text(Facts facts, String name) {
        String value = facts.get(name);
        return value == null ? "" : value;
    }
}
