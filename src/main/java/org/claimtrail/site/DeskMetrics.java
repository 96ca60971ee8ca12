package org.claimtrail.site;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.claimtrail.claim.ClaimState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What the desk has to do, counted in one statement and at most twice a minute however often somebody looks. */
@Component
class DeskMetrics implements MeterBinder {

    static final String SIGN_INS_REFUSED = "claimtrail.sign.ins.refused";
    static final String LIMITS_REFUSED = "claimtrail.limits.refused";

    private static final Logger LOG = LoggerFactory.getLogger(DeskMetrics.class);
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final String CLAIMS = "claims.";

    private final ObjectProvider<JdbcClient> jdbc;
    private Map<String, Double> counted = Map.of();
    private long countedAt;
    private boolean ever;

    DeskMetrics(ObjectProvider<JdbcClient> jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (ClaimState state : ClaimState.values()) {
            Gauge.builder("claimtrail.claims", () -> count(CLAIMS + state.code(), 0.0))
                    .tag("state", state.code())
                    .description("claims by state")
                    .register(registry);
        }
        gauge(registry, "jobs.failing", "background jobs whose last run failed");
        gauge(registry, "jobs.backlog", "background jobs that are due and not begun");
        gauge(registry, "mails.waiting", "e-mails that have not gone out");
    }

    private void gauge(MeterRegistry registry, String name, String description) {
        Gauge.builder("claimtrail." + name, () -> count(name, null))
                .description(description)
                .register(registry);
    }

    private synchronized double count(String name, @Nullable Double otherwise) {
        if (!ever || System.nanoTime() - countedAt > FRESH.toNanos()) {
            counted = count();
            countedAt = System.nanoTime();
            ever = true;
        }
        Double number = counted.get(name);
        if (number != null) {
            return number;
        }
        return otherwise == null || counted.isEmpty() ? Double.NaN : otherwise;
    }

    private Map<String, Double> count() {
        Map<String, Double> numbers = new HashMap<>();
        try {
            jdbc.getObject().sql("""
                select 'claims.' || state as name, count(*) as number from claim group by state
                union all select 'jobs.failing', count(*) from scheduled_tasks where consecutive_failures > 0
                union all select 'jobs.backlog', count(*) from scheduled_tasks
                    where not picked and execution_time <= now()
                union all select 'mails.waiting', count(*) from scheduled_tasks
                    where task_name in ('send_mail', 'send_account_mail')
                """).query(row -> {
                numbers.put(row.getString("name"), row.getDouble("number"));
            });
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The desk could not be counted: {}", e.getClass().getSimpleName());
        }
        return numbers;
    }
}
