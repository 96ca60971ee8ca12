package org.claimtrail.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.claimtrail.PostgresForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseWiringTests {

    @TempDir
    Path dataDir;

    @Test
    void startsItsOwnServerWhenNothingIsConfiguredAndStopsItAtTheEnd() throws Exception {
        runner().withPropertyValues("spring.datasource.url=").run(context -> {
            assertThat(context).hasSingleBean(EmbeddedDatabase.class).hasSingleBean(HikariDataSource.class);
            assertThat(one(context.getBean(JdbcClient.class))).isEqualTo(1);
            assertThat(server()).isPresent();
        });
        assertThat(server()).isEmpty();
    }

    @Test
    void startsNoServerWhenAnotherDatabaseIsConfigured() {
        runner().withPropertyValues("spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(EmbeddedDatabase.class).hasSingleBean(HikariDataSource.class);
                    assertThat(dataDir).isEmptyDirectory();
                });
    }

    @Test
    void givesWayToTheDatabaseOfTheTests() {
        runner().withUserConfiguration(PostgresForTests.class).run(context -> {
            assertThat(context).doesNotHaveBean(EmbeddedDatabase.class);
            assertThat(one(context.getBean(JdbcClient.class))).isEqualTo(1);
        });
    }

    @Test
    void answersAgainWithinSecondsWhenTheServerWasGone() {
        runner().withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.datasource.url=")
                .run(context -> {
                    JdbcClient jdbc = context.getBean(JdbcClient.class);
                    assertThat(one(jdbc)).isEqualTo(1);
                    server().orElseThrow().destroyForcibly();
                    await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> {
                        assertThat(server()).isPresent();
                        assertThat(one(jdbc)).isEqualTo(1);
                    });
                    for (int query = 0; query < 50; query++) {
                        assertThat(one(jdbc)).isEqualTo(1);
                    }
                });
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        EmbeddedDatabaseAutoConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class))
                .withPropertyValues("claimtrail.data-dir=" + dataDir);
    }

    private static int one(JdbcClient jdbc) {
        return jdbc.sql("select 1").query(Integer.class).single();
    }

    private Optional<ProcessHandle> server() throws Exception {
        return new ServerProcess(dataDir.toRealPath().resolve("postgres-18")).find();
    }
}
