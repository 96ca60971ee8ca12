package org.claimtrail.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A job that fails is tried again later and later, and admins see why and can have it run. */
@WholeApplication
@Import(JobTests.Failing.class)
@TestPropertySource(properties = "claimtrail.jobs.polling-interval=100ms")
@DirtiesContext
class JobTests {

    private static final AtomicBoolean FAILS = new AtomicBoolean(true);

    @TestConfiguration(proxyBeanMethods = false)
    static class Failing {

        @Bean
        PeriodicJob failingJob() {
            return new PeriodicJob("count_bridges", Duration.ofHours(3), () -> {
                if (FAILS.get()) {
                    throw new IllegalStateException("There is no bridge\nto <count> here.");
                }
            });
        }
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aFailingJobIsTriedAgainLaterAndLaterAndSeenAndRunByAdmins() throws Exception {
        Cast.Person admin = cast.admin();
        await().atMost(Duration.ofSeconds(20)).until(() -> failures() == 1);
        assertWait(Duration.ofMinutes(1));

        Element row = row(admin);
        assertThat(row.select("td").get(1).text()).isEqualTo("1");
        assertThat(row.select("td").get(2).text()).startsWith("There is no bridge to <count> here.");
        assertThat(row.select("td").get(0).text()).isEqualTo("not yet");

        run(admin);
        await().atMost(Duration.ofSeconds(20)).until(() -> failures() == 2);
        assertWait(Duration.ofMinutes(2));

        FAILS.set(false);
        run(admin);
        await().atMost(Duration.ofSeconds(20)).until(() -> failures() == 0);
        assertWait(Duration.ofHours(3));
        row = row(admin);
        assertThat(row.select("td").get(0).text()).isEqualTo("just now");
        assertThat(row.select("td").get(2).text()).isEqualTo("none");

        assertThat(jdbc.sql("select action from audit_entry where subject = 'count_bridges' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("job_failed", "job_run", "job_run");
    }

    @Test
    void theWaitDoublesUpToAnHour() {
        assertThat(JobFailures.pause(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(JobFailures.pause(3)).isEqualTo(Duration.ofMinutes(4));
        assertThat(JobFailures.pause(7)).isEqualTo(Duration.ofHours(1));
        assertThat(JobFailures.pause(1_000_000)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aRunningJobIsLeftAlone() throws Exception {
        jdbc.sql("""
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values ('of_another_program', 'x', now() + interval '1 day', true, 1)
            """).update();
        Cast.Person admin = cast.admin();
        assertThat(mvc.perform(post("/jobs/run")
                                .param("name", "of_another_program")
                                .param("instance", "x")
                                .with(user(admin.user()))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("This job runs already.");
        jdbc.sql("delete from scheduled_tasks where task_name = 'of_another_program'")
                .update();
    }

    private void run(Cast.Person admin) throws Exception {
        assertThat(mvc.perform(post("/jobs/run")
                                .param("name", "count_bridges")
                                .param("instance", "recurring")
                                .with(user(admin.user()))
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/jobs");
    }

    private Element row(Cast.Person admin) throws Exception {
        Document page = Jsoup.parse(mvc.perform(get("/jobs").with(user(admin.user())))
                .andReturn()
                .getResponse()
                .getContentAsString());
        Element row = page.select("tbody tr:has(input[value=count_bridges])").first();
        return Objects.requireNonNull(row, "no row of the job");
    }

    private int failures() {
        return jdbc.sql("""
            select case when last_success is null and last_failure is null then -1
                        else coalesce(consecutive_failures, 0) end
            from scheduled_tasks where task_name = 'count_bridges' and not picked
            """).query(Integer.class).optional().orElse(-1);
    }

    /** From when the last run ended to the next. */
    private void assertWait(Duration wait) {
        double seconds = jdbc.sql("""
            select extract(epoch from execution_time - greatest(last_success, last_failure))
            from scheduled_tasks where task_name = 'count_bridges'
            """).query(Double.class).single();
        assertThat(seconds).isCloseTo(wait.toSeconds(), within(2.0));
    }
}
