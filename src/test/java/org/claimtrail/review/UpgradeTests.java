package org.claimtrail.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.claimtrail.Cast;
import org.claimtrail.PostgresForTests;
import org.claimtrail.WholeApplication;
import org.claimtrail.moderation.Moderation;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A desk from before there were second reviews, with claims in every state, on its way to this version. */
@WholeApplication
class UpgradeTests {

    private static final String BEFORE = "11";

    private static final String SCHEMA = "desk_of_before";

    /** What such a desk holds of some claims: tables in an order that foreign keys allow, with the rows to pick. */
    private static final List<String[]> TABLES = List.of(
            new String[] {"account", "true"},
            new String[] {"article", "id in (select article_id from public.claim where id in (%s))"},
            new String[] {"article_revision", "id in (select article_revision_id from public.claim where id in (%s))"},
            new String[] {"claim", "id in (%s)"},
            new String[] {"passage_span", "claim_id in (%s)"},
            new String[] {"revision", "claim_id in (%s)"},
            new String[] {"chain_head", "claim_id in (%s)"},
            new String[] {"source", "true"},
            new String[] {"evidence", "claim_id in (%s)"},
            new String[] {"verdict", "claim_id in (%s)"},
            new String[] {"moderation_entry", "claim_id in (%s)"});

    @Autowired
    Cast cast;

    @Autowired
    Restorations restorations;

    @Autowired
    Moderation moderation;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aDeskWithRowsKeepsThemAndGetsItsCorrectionsAsData() throws Exception {
        List<Long> claims = everyState();
        String corrections = """
                select claim_id, tier, note, at, actor_name, revision_before, revision_after, scale_before,
                    rating_code_before, rating_label_before, scale_after, rating_code_after, rating_label_after
                from %s.correction where claim_id in (%s) order by claim_id, revision_after
                """;
        String revisions =
                "select claim_id, number, actor_id, actor_name, at, action, reason, before, after, previous_hash,"
                        + " hash from " + SCHEMA + ".revision order by claim_id, number";
        try (Connection connection = PostgresForTests.database().connect()) {
            migrate(connection, BEFORE);
            for (String[] table : TABLES) {
                copy(connection, table[0], String.format(table[1], ids(claims)));
            }
            List<String> before = rows(connection, revisions);

            migrate(connection, "latest");

            assertThat(rows(connection, String.format(corrections, SCHEMA, ids(claims))))
                    .hasSize(6)
                    .isEqualTo(rows(connection, String.format(corrections, "public", ids(claims))));
            assertThat(rows(connection, revisions)).isEqualTo(before);
            assertThat(rows(connection, "select code, second_review, retired from " + SCHEMA + ".scale_rule"))
                    .containsExactly("desk|optional|f");
            assertThat(rows(connection, "select state from " + SCHEMA + ".claim order by state"))
                    .containsExactly("corrected", "in_review", "open", "published", "withdrawn");
            connection.createStatement().execute("drop schema " + SCHEMA + " cascade");
        }
    }

    private List<Long> everyState() {
        Cast.Person admin = cast.admin();
        long published = cast.publishedClaim(admin.actor());
        long corrected = cast.publishedClaim(admin.actor());
        long withdrawn = cast.publishedClaim(admin.actor());
        cast.correct(
                admin.actor(),
                corrected,
                "mostly_true",
                "The archive holds the bill!",
                CorrectionKind.TYPO,
                "a full stop");
        cast.correct(
                admin.actor(),
                corrected,
                "half_true",
                "The archive holds half.",
                CorrectionKind.TYPO,
                "half is missing");
        cast.attach(admin.actor(), corrected, "https://archive.example/old/" + corrected, "a second bill");
        restorations.restore(admin.actor(), corrected, 5, "the half was found");
        cast.correct(
                admin.actor(),
                withdrawn,
                "mostly_true",
                "It holds a bill.",
                CorrectionKind.NON_RATING,
                "which bill is open");
        moderation.withdraw(admin.actor(), withdrawn, "its source was forged");
        return List.of(
                cast.openClaim(admin.actor()), cast.claimInReview(admin.actor()), published, corrected, withdrawn);
    }

    private static void migrate(Connection connection, String target) {
        Flyway.configure()
                .dataSource(new SingleConnectionDataSource(connection, true))
                .schemas(SCHEMA)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    /** Copies the columns that both have. Triggers are off meanwhile; CHECKs and foreign keys are not. */
    private static void copy(Connection connection, String table, String condition) throws SQLException {
        String columns = String.join(", ", rows(connection, """
                select old.column_name from information_schema.columns old
                    join information_schema.columns new on new.table_schema = 'public'
                        and new.table_name = old.table_name and new.column_name = old.column_name
                where old.table_schema = '%s' and old.table_name = '%s' and old.is_generated = 'NEVER'
                order by old.ordinal_position
                """.formatted(SCHEMA, table)));
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter table " + SCHEMA + "." + table + " disable trigger user");
            statement.execute("insert into " + SCHEMA + "." + table + " (" + columns
                    + ") overriding system value select " + columns + " from public." + table + " where " + condition);
            statement.execute("alter table " + SCHEMA + "." + table + " enable trigger user");
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet row = connection.createStatement().executeQuery(sql)) {
            while (row.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    line.append(i == 1 ? "" : "|").append(row.getString(i));
                }
                rows.add(line.toString());
            }
        }
        return rows;
    }

    private static String ids(List<Long> claims) {
        return claims.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
