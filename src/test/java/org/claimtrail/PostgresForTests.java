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
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
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

    private static final String PROGRAM = "claimtrail_test_program";

    /** In milliseconds. A test that waits for a lock which another left behind fails; the program itself sets no limit. */
    private static final String NO_ENDLESS_WAIT = """
            do $$ begin
                execute format('alter database %I set lock_timeout = 120000', current_database());
            end $$""";

    /** SQL states of PostgreSQL. */
    private static final String EXISTS = "42710";

    private static final String MAY_NOT = "42501";

    private static @Nullable Database shared;

    /** What the program connects as: a role that owns nothing. */
    @Bean
    JdbcConnectionDetails testDatabase() throws SQLException {
        return database().program();
    }

    /** What migrations run as, wherever the program is connected to. */
    @Bean
    FlywayConnectionDetails testDatabaseOwner(JdbcConnectionDetails program) throws SQLException {
        Database owner = database();
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return program.getJdbcUrl();
            }

            @Override
            public @Nullable String getUsername() {
                return owner.getUsername();
            }

            @Override
            public @Nullable String getPassword() {
                return owner.getPassword();
            }
        };
    }

    /** SQL as the owner of the tables, for a test that tampers with what the program cannot change. */
    public static JdbcTemplate owner() {
        try {
            Database owner = database();
            return new JdbcTemplate(new DriverManagerDataSource(owner.url(), owner.user(), owner.password()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same database as its owner, for a test that works on it without a Spring context. */
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
            String user = setting("SPRING_DATASOURCE_USERNAME", "");
            Database given = new Database(url, user, setting("SPRING_DATASOURCE_PASSWORD", ""), user);
            return announce("a fresh database beside that of SPRING_DATASOURCE_URL", freshBeside(given));
        }
        if (DockerClientFactory.instance().isDockerAvailable()) {
            String image = setting(IMAGE, "postgres:18");
            return announce("container of image " + image, container(image));
        }
        EmbeddedDatabaseForTests server = EmbeddedDatabaseForTests.start(Path.of("target"));
        return announce(
                "embedded, no Docker engine answers",
                new Database(server.url(), server.user(), server.password(), server.program()));
    }

    private static Database announce(String kind, Database database) throws SQLException {
        database.execute(NO_ENDLESS_WAIT);
        try (Connection connection = database.connect();
                ResultSet version = connection.createStatement().executeQuery("show server_version")) {
            version.next();
            System.out.printf("Tests run on PostgreSQL %s: %s%n", version.getString(1), kind);
        }
        return database;
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private static Database container(String image) throws SQLException {
        PostgreSQLContainer container =
                new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return withProgram(container.getJdbcUrl(), container.getUsername(), container.getPassword());
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
        return withProgram(url, given.user(), given.password());
    }

    /** Makes a role for the program, where this one may. */
    private static Database withProgram(String url, String user, String password) throws SQLException {
        Database owner = new Database(url, user, password, user);
        try {
            owner.execute("create role " + PROGRAM + " login password '" + password.replace("'", "''") + "'");
        } catch (SQLException e) {
            if (MAY_NOT.equals(e.getSQLState())) {
                System.out.println("The program runs as the owner in this test run: no other role can be made here");
                return owner;
            }
            if (!EXISTS.equals(e.getSQLState())) {
                throw e;
            }
            owner.execute("alter role " + PROGRAM + " password '" + password.replace("'", "''") + "'");
        }
        return new Database(url, user, password, PROGRAM);
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
     * @param programUser the role that the program connects as, with the same password
     */
    public record Database(String url, String user, String password, String programUser)
            implements JdbcConnectionDetails {

        public Database(String url, String user, String password) {
            this(url, user, password, user);
        }

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, getUsername(), getPassword());
        }

        Database program() {
            return new Database(url, programUser, password, programUser);
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
