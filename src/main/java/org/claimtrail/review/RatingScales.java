package org.claimtrail.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.claimtrail.account.Actor;
import org.claimtrail.audit.Audit;
import org.claimtrail.support.Coded;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes rating scales and new versions of them. A version never changes; verdicts keep the one they were given on. */
@Service
public class RatingScales {

    private static final String NEWEST =
            " and s.version = (select max(n.version) from rating_scale n where n.code = s.code)";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    RatingScales(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** All scales, those in use first: three statements, however many there are. */
    @Transactional(readOnly = true)
    public List<ScaleView> list() {
        return read("true", "");
    }

    /** @throws NotFound where there is no scale with this code */
    @Transactional(readOnly = true)
    public ScaleView find(String code) {
        return read("s.code = :code", code).stream().findFirst().orElseThrow(() -> new NotFound("rating scale", code));
    }

    /** @param condition on {@code rating_scale s} */
    private List<ScaleView> read(String condition, String code) {
        Map<String, List<ScaleView.Use>> uses = new HashMap<>();
        jdbc.sql("select s.code, s.version, (select count(*) from verdict v where v.rating_scale_id = s.id) as verdicts"
                        + " from rating_scale s where " + condition + " order by s.version desc")
                .param("code", code)
                .query(row -> {
                    uses.computeIfAbsent(row.getString("code"), key -> new ArrayList<>())
                            .add(new ScaleView.Use(row.getInt("version"), row.getInt("verdicts")));
                });
        Map<String, List<ScaleLabel>> labels = new HashMap<>();
        jdbc.sql("select s.code as scale, r.code, r.label, r.kind, r.value"
                        + " from rating r join rating_scale s on s.id = r.rating_scale_id where " + condition + NEWEST
                        + " order by r.position")
                .param("code", code)
                .query(row -> {
                    labels.computeIfAbsent(row.getString("scale"), key -> new ArrayList<>())
                            .add(label(row));
                });
        return jdbc.sql("select s.code, s.version, s.name, u.second_review, u.retired, u.version as rule_version"
                        + " from rating_scale s join scale_rule u on u.code = s.code where " + condition + NEWEST
                        + " order by u.retired, s.code")
                .param("code", code)
                .query((row, n) -> new ScaleView(
                        row.getString("code"),
                        row.getInt("version"),
                        row.getString("name"),
                        labels.getOrDefault(row.getString("code"), List.of()),
                        Coded.of(SecondReviewRule.class, row.getString("second_review")),
                        row.getBoolean("retired"),
                        row.getInt("rule_version"),
                        uses.getOrDefault(row.getString("code"), List.of())))
                .list();
    }

    private static ScaleLabel label(ResultSet row) throws SQLException {
        return new ScaleLabel(
                row.getString("code"),
                row.getString("label"),
                Coded.of(RatingKind.class, row.getString("kind")),
                row.getObject("value", Integer.class));
    }

    /**
     * Makes the next version of a scale.
     *
     * @param from the version that was edited
     * @throws Refused where its order and values disagree, or somebody made another version meanwhile
     */
    @Transactional
    public void revise(Actor admin, String code, int from, String name, List<ScaleLabel> labels) {
        jdbc.sql("select code from scale_rule where code = :code for update")
                .param("code", code)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("rating scale", code));
        ScaleView there = find(code);
        if (there.version() != from) {
            throw new Refused("scale.refused.stale", Integer.toString(there.version()));
        }
        if (there.name().equals(name) && there.labels().equals(labels)) {
            throw new Refused("scale.refused.same");
        }
        store(admin, code, from + 1, name, labels);
    }

    /**
     * Makes a new scale, with second reviews optional.
     *
     * @return its code
     */
    @Transactional
    public String create(Actor admin, String name, List<ScaleLabel> labels) {
        Set<String> taken = new HashSet<>(
                jdbc.sql("select code from scale_rule").query(String.class).list());
        String code = ScaleRules.code(name, taken);
        jdbc.sql("insert into scale_rule (code) values (:code)")
                .param("code", code)
                .update();
        store(admin, code, 1, name, labels);
        return code;
    }

    private void store(Actor admin, String code, int version, String name, List<ScaleLabel> labels) {
        if (labels.isEmpty() || !ScaleRules.faults(labels).isEmpty()) {
            throw new Refused("scale.refused.faulty");
        }
        long id = jdbc.sql("""
                        insert into rating_scale (code, version, name, created_at) values (:code, :version, :name, :at)
                        returning id
                        """)
                .param("code", code)
                .param("version", version)
                .param("name", name)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Long.class)
                .single();
        Set<String> taken = new HashSet<>(
                jdbc.sql("""
                        select distinct r.code from rating r join rating_scale s on s.id = r.rating_scale_id
                        where s.code = :code
                        """).param("code", code).query(String.class).list());
        Set<String> known = Set.copyOf(taken);
        Set<String> used = new HashSet<>();
        List<String> told = new ArrayList<>();
        for (int position = 0; position < labels.size(); position++) {
            ScaleLabel label = labels.get(position);
            String kept = label.code();
            boolean renamed = kept != null && known.contains(kept) && used.add(kept);
            String own = renamed ? Objects.requireNonNull(kept) : ScaleRules.code(label.label(), taken);
            taken.add(own);
            told.add(label.value() == null ? label.label() : label.label() + " " + label.value());
            jdbc.sql("""
                            insert into rating (rating_scale_id, position, code, label, kind, value)
                            values (:scale, :position, :code, :label, :kind, :value)
                            """)
                    .param("scale", id)
                    .param("position", position + 1)
                    .param("code", own)
                    .param("label", label.label())
                    .param("kind", label.kind().code())
                    .param("value", label.value())
                    .update();
        }
        audit.record(
                admin.id(),
                admin.name(),
                "scale_made",
                code + "/" + version,
                Map.of("labels", String.join(", ", told)));
    }

    /**
     * Says whether a scale's verdicts need a second review, and whether new ones may use it.
     *
     * @param version the rule's version that was looked at
     * @throws Refused where somebody else changed it meanwhile, or no scale would be left to use
     */
    @Transactional
    public void rule(Actor admin, String code, int version, SecondReviewRule rule, boolean retired) {
        jdbc.sql("select code from scale_rule order by code for update")
                .query(String.class)
                .list();
        ScaleView there = find(code);
        if (there.rule() == rule && there.retired() == retired) {
            return;
        }
        if (there.ruleVersion() != version) {
            throw new Refused(
                    "scale.refused.rule-stale", "#scale.rule." + there.rule().code());
        }
        boolean another = jdbc.sql("select exists (select 1 from scale_rule where not retired and code <> :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
        if (retired && !another) {
            throw new Refused("scale.refused.last");
        }
        jdbc.sql(
                        "update scale_rule set second_review = :rule, retired = :retired, version = version + 1 where code = :code")
                .param("rule", rule.code())
                .param("retired", retired)
                .param("code", code)
                .update();
        audit.record(
                admin.id(),
                admin.name(),
                "scale_rule_set",
                code,
                Map.of("second_review", rule.code(), "retired", Boolean.toString(retired)));
    }
}
