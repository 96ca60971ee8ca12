package org.claimtrail.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** Reaches the desk's own database, also beside a desk at work, unless {@code spring.datasource.url} names another one. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@Conditional(EmbeddedDatabaseAutoConfiguration.NoOtherDatabase.class)
@EnableConfigurationProperties(EmbeddedDatabaseSettings.class)
class ReachedDatabaseAutoConfiguration {

    @Bean(destroyMethod = "close")
    ReachedDatabase reachedDatabase(EmbeddedDatabaseSettings settings) {
        try {
            return ReachedDatabase.in(settings.dataDir().toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    JdbcConnectionDetails reachedDatabaseConnectionDetails(ReachedDatabase database) {
        return new ProgramConnection(database.url(), database.password());
    }
}
