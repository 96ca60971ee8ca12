package org.claimtrail.setting;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.claimtrail.account.Actor;
import org.claimtrail.audit.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the desk's settings; each change stands in the audit log. */
@Service
public class Settings {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Settings(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public DeskSettings current() {
        return jdbc.sql("select proposal_threshold, version, changed_at, changed_by_name from desk_setting")
                .query(Settings::settings)
                .single();
    }

    /**
     * Sets the score from which claims are proposed in articles that come in from now on.
     *
     * @param version the version that was looked at
     * @throws IllegalArgumentException if it is none ({@link DeskSettings#isThreshold})
     * @return null where it was saved, or the settings as somebody else saved them meanwhile
     */
    @Transactional
    public @Nullable DeskSettings propose(Actor actor, int version, BigDecimal threshold) {
        if (!DeskSettings.isThreshold(threshold)) {
            throw new IllegalArgumentException("no threshold: " + threshold);
        }
        DeskSettings before = jdbc.sql("""
                        select proposal_threshold, version, changed_at, changed_by_name from desk_setting for update
                        """).query(Settings::settings).single();
        if (before.proposalThreshold().compareTo(threshold) == 0) {
            return null;
        }
        if (before.version() != version) {
            return before;
        }
        jdbc.sql("""
                        update desk_setting
                        set proposal_threshold = :threshold, version = version + 1, changed_at = :at, changed_by_name = :name
                        """)
                .param("threshold", threshold)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("name", actor.name())
                .update();
        audit.record(
                actor.id(),
                actor.name(),
                "threshold_set",
                "",
                Map.of("before", before.proposalThreshold().toPlainString(), "after", threshold.toPlainString()));
        return null;
    }

    private static DeskSettings settings(ResultSet row, int n) throws SQLException {
        OffsetDateTime changedAt = row.getObject("changed_at", OffsetDateTime.class);
        return new DeskSettings(
                row.getBigDecimal("proposal_threshold"),
                row.getInt("version"),
                changedAt == null ? null : changedAt.toInstant(),
                row.getString("changed_by_name"));
    }
}
