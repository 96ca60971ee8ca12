package org.claimtrail.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.figure.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads how far first and second ratings agree. Only second ratings that were given are read: a first rating that waits
 * for one is nobody's to see, not even in a sum. Pairs are counted in the database, so that what is read is bounded by
 * the labels and not by the claims.
 */
@Service
public class Agreements {

    /** How many versions of scales a page holds, those rated by most lately. */
    public static final int MOST = 12;

    private final JdbcClient jdbc;

    Agreements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Pair(long scaleId, long first, long second, int count) {}

    private record Unrated(int recalled, int waiting) {}

    /** Every version of a scale by which claims were rated twice. */
    @Transactional(readOnly = true)
    public List<ScaleAgreement.Scale> scales() {
        return jdbc.sql("""
                        select s.id, s.name, s.version from rating_scale s
                        where exists (select 1 from second_review r
                                      where r.rating_scale_id = s.id and r.given_at is not null)
                        order by s.name, s.code, s.version desc
                        """)
                .query((row, n) -> new ScaleAgreement.Scale(row.getLong(1), row.getString(2), row.getInt(3)))
                .list();
    }

    /**
     * The agreement by version of a scale, where second ratings were given in the period.
     *
     * @param scaleId a version; null for all, of which the {@link #MOST} with the newest ratings are read
     */
    @Transactional(readOnly = true)
    public List<ScaleAgreement> in(Period period, @Nullable Long scaleId) {
        Map<Long, List<Pair>> pairs = pairs(period, scaleId);
        if (pairs.isEmpty()) {
            return List.of();
        }
        Map<Long, List<ScaleAgreement.Label>> labels =
                labels(pairs.keySet().stream().toList());
        Map<Long, Unrated> unrated = unrated(period);
        return scales().stream()
                .filter(scale -> pairs.containsKey(scale.id()))
                .map(scale -> agreement(
                        scale,
                        labels.getOrDefault(scale.id(), List.of()),
                        pairs.getOrDefault(scale.id(), List.of()),
                        unrated.getOrDefault(scale.id(), new Unrated(0, 0))))
                .toList();
    }

    private static ScaleAgreement agreement(
            ScaleAgreement.Scale scale, List<ScaleAgreement.Label> labels, List<Pair> pairs, Unrated unrated) {
        Map<Long, Integer> places = new HashMap<>();
        labels.forEach(label -> places.put(label.id(), places.size()));
        int[][] counts = new int[labels.size()][labels.size()];
        for (Pair pair : pairs) {
            counts[places.getOrDefault(pair.first(), 0)][places.getOrDefault(pair.second(), 0)] = pair.count();
        }
        return ScaleAgreement.of(scale, labels, new ConfusionMatrix(counts), unrated.recalled(), unrated.waiting());
    }

    private Map<Long, List<Pair>> pairs(Period period, @Nullable Long scaleId) {
        Map<Long, List<Pair>> pairs = new LinkedHashMap<>();
        jdbc.sql("""
                        with pair as (
                            select rating_scale_id, first_rating_id, second_rating_id, count(*) as n,
                                   max(max(given_at)) over (partition by rating_scale_id) as newest
                            from second_review
                            where given_at >= :start and given_at < :end
                              and (cast(:scale as bigint) is null or rating_scale_id = :scale)
                            group by rating_scale_id, first_rating_id, second_rating_id),
                        ranked as (
                            select *, dense_rank() over (order by newest desc, rating_scale_id) as place from pair)
                        select rating_scale_id, first_rating_id, second_rating_id, n from ranked where place <= :most
                        """)
                .param("start", period.start())
                .param("end", period.end())
                .param("scale", scaleId)
                .param("most", MOST)
                .query((row, n) -> new Pair(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4)))
                .list()
                .forEach(pair -> pairs.computeIfAbsent(pair.scaleId(), id -> new ArrayList<>())
                        .add(pair));
        return pairs;
    }

    private Map<Long, List<ScaleAgreement.Label>> labels(List<Long> scaleIds) {
        Map<Long, List<ScaleAgreement.Label>> labels = new HashMap<>();
        jdbc.sql("select rating_scale_id, id, label, value from rating where rating_scale_id in (:scales)"
                        + " order by rating_scale_id, position")
                .param("scales", scaleIds)
                .query(row -> {
                    labels.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new ScaleAgreement.Label(
                                    row.getLong(2), row.getString(3), row.getObject(4, Integer.class)));
                });
        return labels;
    }

    /** Drafts recalled in the period, and those that wait now, by version of a scale. */
    private Map<Long, Unrated> unrated(Period period) {
        Map<Long, Unrated> unrated = new HashMap<>();
        jdbc.sql("""
                        select rating_scale_id,
                               count(*) filter (where recalled_at >= :start and recalled_at < :end) as recalled,
                               count(*) filter (where recalled_at is null) as waiting
                        from second_review where given_at is null group by rating_scale_id
                        """).param("start", period.start()).param("end", period.end()).query(row -> {
            unrated.put(row.getLong(1), new Unrated(row.getInt(2), row.getInt(3)));
        });
        return unrated;
    }
}
