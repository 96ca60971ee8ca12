package org.claimtrail.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimtrail.account.Actor;
import org.claimtrail.audit.Audit;
import org.claimtrail.support.Coded;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rating scales of the desk. A version never changes; what an admin saves is the next one. */
@Service
public class Scales {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Scales(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** How a scale is used. */
    public record Rule(SecondReviewRule secondReview, boolean retired, int version) {}

    /**
     * A scale with its newest version.
     *
     * @param uses how many public verdicts each version has, by its number
     */
    public record Row(ScaleVersion newest, Rule rule, Map<Integer, Integer> uses) {}

    /** All scales by name, with those in use first. */
    @Transactional(readOnly = true)
    public List<Row> list() {
        Map<String, Map<Integer, Integer>> uses = new LinkedHashMap<>();
        jdbc.sql("""
                        select s.code, s.version, count(v.claim_id) filter (where v.published_at is not null) as verdicts
                        from rating_scale s left join verdict v on v.rating_scale_id = s.id
                        group by s.code, s.version order by s.code, s.version
                        """).query(row -> {
            uses.computeIfAbsent(row.getString("code"), code -> new LinkedHashMap<>())
                    .put(row.getInt("version"), row.getInt("verdicts"));
        });
        Map<String, Rule> rules = new LinkedHashMap<>();
        jdbc.sql("select * from scale_rule").query(row -> {
            rules.put(row.getString("code"), rule(row));
        });
        return read(null).stream()
                .map(scale -> new Row(
                        scale,
                        Objects.requireNonNull(rules.get(scale.code())),
                        uses.getOrDefault(scale.code(), Map.of())))
                .sorted(Comparator.comparing((Row row) -> row.rule().retired()))
                .toList();
    }

    /** @throws NotFound where there is no such scale */
    @Transactional(readOnly = true)
    public ScaleVersion newest(String code) {
        return newestOrNothing(code).orElseThrow(() -> new NotFound("scale", code));
    }

    /** The newest version of a scale, if there is such a scale. */
    @Transactional(readOnly = true)
    public Optional<ScaleVersion> newestOrNothing(String code) {
        return read(code).stream().findFirst();
    }

    /**
     * Adds the version, whose number is the one after the version that was edited; 1 begins a scale.
     *
     * @return false where that version was added by somebody else meanwhile
     */
    @Transactional
    public boolean save(Actor admin, ScaleVersion next) {
        if (next.version() == 1) {
            jdbc.sql("insert into scale_rule (code) values (:code) on conflict do nothing")
                    .param("code", next.code())
                    .update();
        }
        jdbc.sql("select code from scale_rule where code = :code for update")
                .param("code", next.code())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("scale", next.code()));
        int newest = jdbc.sql("select coalesce(max(version), 0) from rating_scale where code = :code")
                .param("code", next.code())
                .query(Integer.class)
                .single();
        if (newest != next.version() - 1) {
            return false;
        }
        insert(next);
        audit.record(
                admin.id(),
                admin.name(),
                "scale_saved",
                next.code() + "/" + next.version(),
                Map.of(
                        "labels",
                        next.labels().stream().map(ScaleVersion.Label::label).collect(Collectors.joining(", "))));
        return true;
    }

    private void insert(ScaleVersion next) {
        long id = jdbc.sql("""
                        insert into rating_scale (code, version, name, created_at)
                        values (:code, :version, :name, :at) returning id
                        """)
                .param("code", next.code())
                .param("version", next.version())
                .param("name", next.name())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Long.class)
                .single();
        int position = 1;
        for (ScaleVersion.Label label : next.labels()) {
            jdbc.sql("""
                            insert into rating (rating_scale_id, position, code, label, kind, value)
                            values (:scale, :position, :code, :label, :kind, :value)
                            """)
                    .param("scale", id)
                    .param("position", position++)
                    .param("code", label.code())
                    .param("label", label.label())
                    .param("kind", label.kind().code())
                    .param("value", label.value())
                    .update();
        }
    }

    /**
     * Sets how a scale is used.
     *
     * @return null where it is set; what somebody else set meanwhile where another version was looked at
     * @throws Refused where no scale would be left in use
     */
    @Transactional
    public @Nullable Rule rule(Actor admin, String code, Rule wanted) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        jdbc.sql("select * from scale_rule order by code for update").query(row -> {
            rules.put(row.getString("code"), rule(row));
        });
        Rule now = rules.get(code);
        if (now == null) {
            throw new NotFound("scale", code);
        }
        if (now.version() != wanted.version()) {
            return now;
        }
        boolean others = rules.entrySet().stream()
                .anyMatch(e -> !e.getKey().equals(code) && !e.getValue().retired());
        if (wanted.retired() && !others) {
            throw new Refused("scale.refused.last");
        }
        jdbc.sql("""
                        update scale_rule set second_review = :rule, retired = :retired, version = version + 1
                        where code = :code
                        """)
                .param("rule", wanted.secondReview().code())
                .param("retired", wanted.retired())
                .param("code", code)
                .update();
        audit.record(
                admin.id(),
                admin.name(),
                "scale_rule_set",
                code,
                Map.of("second_review", wanted.secondReview().code(), "retired", Boolean.toString(wanted.retired())));
        return null;
    }

    private List<ScaleVersion> read(@Nullable String code) {
        Map<String, ScaleVersion> scales = new LinkedHashMap<>();
        jdbc.sql("""
                        select s.code as scale, s.version, s.name, r.code, r.label, r.kind, r.value
                        from rating_scale s join rating r on r.rating_scale_id = s.id
                        where s.version = (select max(n.version) from rating_scale n where n.code = s.code)
                          and (cast(:code as text) is null or s.code = :code)
                        order by s.name, s.code, r.position
                        """).param("code", code).query(row -> {
            String scale = row.getString("scale");
            ScaleVersion version = scales.get(scale);
            if (version == null) {
                version = new ScaleVersion(scale, row.getInt("version"), row.getString("name"), new ArrayList<>());
                scales.put(scale, version);
            }
            version.labels()
                    .add(new ScaleVersion.Label(
                            row.getString("code"),
                            row.getString("label"),
                            Coded.of(RatingKind.class, row.getString("kind")),
                            row.getObject("value", Integer.class)));
        });
        return List.copyOf(scales.values());
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(
                Coded.of(SecondReviewRule.class, row.getString("second_review")),
                row.getBoolean("retired"),
                row.getInt("version"));
    }
}
