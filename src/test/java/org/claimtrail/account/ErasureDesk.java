package org.claimtrail.account;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.claimtrail.PostgresForTests;
import org.claimtrail.proof.VerifyCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A desk of its own, to be verified and searched whole; the program works at it as a role that owns nothing. */
@TestConfiguration(proxyBeanMethods = false)
class ErasureDesk {

    private static final String SCHEMA = "erasing_desk";

    @Bean
    JdbcConnectionDetails programOfTheDesk() throws SQLException {
        PostgresForTests.Database server = PostgresForTests.database();
        try (Connection connection = server.connect()) {
            connection.createStatement().execute("create schema if not exists " + SCHEMA);
        }
        return desk(server.programUser());
    }

    @Bean
    FlywayConnectionDetails ownerOfTheDesk() throws SQLException {
        PostgresForTests.Database owner = desk(PostgresForTests.database().user());
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return owner.url();
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

    private static PostgresForTests.Database desk(String user) throws SQLException {
        PostgresForTests.Database server = PostgresForTests.database();
        String url = server.url() + (server.url().contains("?") ? "&" : "?") + "currentSchema=" + SCHEMA;
        return new PostgresForTests.Database(url, user, server.password());
    }

    static JdbcTemplate owner() throws SQLException {
        PostgresForTests.Database owner = desk(PostgresForTests.database().user());
        return new JdbcTemplate(new DriverManagerDataSource(owner.url(), owner.user(), owner.password()));
    }

    /** What the command prints of this desk's database. */
    static String verified() throws SQLException {
        PostgresForTests.Database owner = desk(PostgresForTests.database().user());
        return verified(
                "--spring.datasource.url=" + owner.url(),
                "--spring.datasource.username=" + owner.user(),
                "--spring.datasource.password=" + owner.password());
    }

    /** What the command prints, with these arguments. */
    static String verified(String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            VerifyCommand.run(List.of(arguments));
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** The columns, of all tables, in which one of these words stands, in any case. */
    static TreeSet<String> columnsWith(String... words) throws SQLException {
        JdbcTemplate owner = owner();
        TreeSet<String> found = new TreeSet<>();
        for (Map<String, Object> column : columns(owner)) {
            String name = "\"" + column.get("column_name") + "\"";
            String text = "bytea".equals(column.get("data_type")) ? "encode(" + name + ", 'escape')" : name + "::text";
            for (String word : words) {
                Boolean there = owner.queryForObject(
                        "select exists (select 1 from " + column.get("table_name") + " where strpos(lower(" + text
                                + "), lower(?)) > 0)",
                        Boolean.class,
                        word);
                if (Boolean.TRUE.equals(there)) {
                    found.add(column.get("table_name") + "." + column.get("column_name"));
                }
            }
        }
        return found;
    }

    private static List<Map<String, Object>> columns(JdbcTemplate owner) {
        return owner.queryForList("""
                select c.table_name, c.column_name, c.data_type from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' order by 1, 2
                """);
    }

    /** Columns whose own name says that they hold somebody's name or address. */
    static TreeSet<String> columnsNamedSo() throws SQLException {
        TreeSet<String> named = new TreeSet<>();
        for (Map<String, Object> column : columns(owner())) {
            String name = String.valueOf(column.get("column_name"));
            if (name.matches("(.*_)?(name|email|author)")) {
                named.add(column.get("table_name") + "." + name);
            }
        }
        return named;
    }
}
