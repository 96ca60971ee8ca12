package org.claimtrail.dashboard;

import java.time.LocalDate;
import java.util.List;
import org.claimtrail.figure.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads which verdicts were published in a period and how long they took. Drafts are never among them, nor what was
 * withdrawn since. Cost: one pass over the verdicts of the period by their index; what comes back is one row for each part
 * of the period, or for each part and rating.
 */
@Service
public class Output {

    private static final String PUBLISHED = """
             from verdict v join claim c on c.id = v.claim_id
             where v.published_at >= :start and v.published_at < :end and c.state in ('published', 'corrected')
            """;

    private final JdbcClient jdbc;

    Output(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * From the acceptance of a claim to the publication of its verdict.
     *
     * @param part the first day of a part of the period; null for the whole
     * @param verdicts how many were published
     * @param median days
     * @param ninth days within which nine of ten were published
     */
    public record Duration(@Nullable LocalDate part, int verdicts, double median, double ninth) {}

    /** How many verdicts of a part of the period have a rating today. */
    public record Rated(LocalDate part, String scale, String rating, int verdicts) {}

    /**
     * A rating as the newest version of its scale that has it names it.
     *
     * @param scale a scale's code, over all its versions
     */
    public record Label(String scale, String scaleName, String rating, String label) {}

    /** By part of the period, the whole at the end; empty where nothing was published. */
    @Transactional(readOnly = true)
    public List<Duration> durations(Period period) {
        return jdbc.sql("""
                        with taken as (
                            select cast(date_trunc(:unit, v.published_at at time zone 'UTC') as date) as part,
                                   extract(epoch from v.published_at - c.accepted_at) / 86400 as days
                        """ + PUBLISHED + """
                             and c.accepted_at is not null)
                        select part, count(*) as n, percentile_cont(0.5) within group (order by days) as median,
                               percentile_cont(0.9) within group (order by days) as ninth
                        from taken group by grouping sets ((part), ()) having count(*) > 0 order by part nulls last
                        """)
                .param("unit", period.step().unit())
                .param("start", period.start())
                .param("end", period.end())
                .query((row, n) -> new Duration(
                        row.getObject("part", LocalDate.class),
                        row.getInt("n"),
                        row.getDouble("median"),
                        row.getDouble("ninth")))
                .list();
    }

    /** Oldest part first. */
    @Transactional(readOnly = true)
    public List<Rated> ratings(Period period) {
        return jdbc.sql("""
                        with counted as (
                            select cast(date_trunc(:unit, v.published_at at time zone 'UTC') as date) as part,
                                   v.rating_id, count(*) as n
                        """ + PUBLISHED + """
                             group by 1, 2)
                        select k.part, s.code as scale, r.code as rating, sum(k.n) as n
                        from counted k join rating r on r.id = k.rating_id
                             join rating_scale s on s.id = r.rating_scale_id
                        group by k.part, s.code, r.code order by k.part
                        """)
                .param("unit", period.step().unit())
                .param("start", period.start())
                .param("end", period.end())
                .query((row, n) -> new Rated(
                        row.getObject("part", LocalDate.class),
                        row.getString("scale"),
                        row.getString("rating"),
                        row.getInt("n")))
                .list();
    }

    /** All labels of all scales, in the order of their scale. */
    @Transactional(readOnly = true)
    public List<Label> labels() {
        return jdbc.sql("""
                        select * from (
                            select distinct on (s.code, r.code) s.code as scale, r.code as rating, r.label, r.position,
                                   first_value(s.name) over (partition by s.code order by s.version desc) as scale_name
                            from rating r join rating_scale s on s.id = r.rating_scale_id
                            order by s.code, r.code, s.version desc) newest
                        order by scale, position, rating
                        """)
                .query((row, n) -> new Label(
                        row.getString("scale"),
                        row.getString("scale_name"),
                        row.getString("rating"),
                        row.getString("label")))
                .list();
    }
}
