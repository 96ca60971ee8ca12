package org.claimtrail;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimtrail.database.EmbeddedDatabaseForTests;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The real PostgreSQL that tests run on: that of SPRING_DATASOURCE_URL if set, else a container if a Docker engine
 * answers (its image is named by CLAIMTRAIL_TEST_IMAGE, else postgres:18), else the embedded one. It is chosen once for
 * a test JVM, which finds an empty database and shares it among its contexts.
 */
@TestConfiguration(proxyBeanMethods = false)
public class PostgresForTests {

    private static final String IMAGE = "CLAIMTRAIL_TEST_IMAGE";

    private static @Nullable Database shared;

    @Bean
    JdbcConnectionDetails testDatabase() throws SQLException {
        return database();
    }

    /** The same database, for a test that works on it without a Spring context. */
    public static synchronized Database database() throws SQLException {
        Database database = shared;
        if (database == null) {
            database = choose();
            shared = database;
        }
        return database;
    }

    private static Database choose() throws SQLException {
        String url = setting("SPRING_DATASOURCE_URL", "");
        if (!url.isEmpty()) {
            Database given = new Database(
                    url, setting("SPRING_DATASOURCE_USERNAME", ""), setting("SPRING_DATASOURCE_PASSWORD", ""));
            return announce("a fresh database beside that of SPRING_DATASOURCE_URL", freshBeside(given));
        }
        if (DockerClientFactory.instance().isDockerAvailable()) {
            String image = setting(IMAGE, "postgres:18");
            return announce("container of image " + image, container(image));
        }
        EmbeddedDatabaseForTests server = EmbeddedDatabaseForTests.start(Path.of("target"));
        return announce(
                "embedded, no Docker engine answers", new Database(server.url(), server.user(), server.password()));
    }

    private static Database announce(String kind, Database database) throws SQLException {
        try (Connection connection = database.connect();
                ResultSet version = connection.createStatement().executeQuery("show server_version")) {
            version.next();
            System.out.printf("Tests run on PostgreSQL %s: %s%n", version.getString(1), kind);
        }
        return database;
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private static Database container(String image) {
        PostgreSQLContainer container =
                new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return new Database(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private static Database freshBeside(Database given) throws SQLException {
        Matcher parts = Pattern.compile("(jdbc:postgresql:(?://[^/?]*/)?)([^?]*)(\\?.*)?")
                .matcher(given.url());
        if (!parts.matches()) {
            throw new IllegalStateException("SPRING_DATASOURCE_URL is not an address of a PostgreSQL database");
        }
        String name = "claimtrail_test_" + UUID.randomUUID().toString().replace("-", "");
        given.execute("create database " + name);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                given.execute("drop database " + name + " with (force)");
            } catch (SQLException e) {
                System.err.printf("The database %s of this test run is left over: %s%n", name, e.getMessage());
            }
        }));
        String url = parts.group(1) + name + Objects.requireNonNullElse(parts.group(3), "");
        return new Database(url, given.user(), given.password());
    }

    private static String setting(String name, String otherwise) {
        String property = System.getProperty(name, "");
        String value = property.isEmpty() ? Objects.requireNonNullElse(System.getenv(name), "") : property;
        return value.isEmpty() ? otherwise : value;
    }

    /**
     * How to reach the database; an empty user or password leaves it to the address.
     *
     * @param url JDBC address
     */
    public record Database(String url, String user, String password) implements JdbcConnectionDetails {

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, getUsername(), getPassword());
        }

        private void execute(String sql) throws SQLException {
            try (Connection connection = connect()) {
                connection.createStatement().execute(sql);
            }
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public @Nullable String getUsername() {
            return user.isEmpty() ? null : user;
        }

        @Override
        public @Nullable String getPassword() {
            return password.isEmpty() ? null : password;
        }
    }
}
