package org.claimtrail.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.claimtrail.Cast;
import org.claimtrail.PostgresForTests;
import org.claimtrail.WholeApplication;
import org.claimtrail.claim.Kind;
import org.claimtrail.claim.Wording;
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

    /** What such a desk holds of claims, each table with the condition that picks the rows of some claims. */
    private static final Map<String, String> TABLES = new TreeMap<>(Map.ofEntries(
            Map.entry("account", "true"),
            Map.entry("article", "id in (select article_id from claim where id in (%s))"),
            Map.entry("article_revision", "id in (select article_revision_id from claim where id in (%s))"),
            Map.entry("claim", "id in (%s)"),
            Map.entry("passage_span", "claim_id in (%s)"),
            Map.entry("revision", "claim_id in (%s)"),
            Map.entry("chain_head", "claim_id in (%s)"),
            Map.entry("source", "true"),
            Map.entry("evidence", "claim_id in (%s)"),
            Map.entry("verdict", "claim_id in (%s)"),
            Map.entry("moderation_entry", "claim_id in (%s)")));

    @Autowired
    Cast cast;

    @Autowired
    Reviews reviews;

    @Autowired
    Restorations restorations;

    @Autowired
    Moderation moderation;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aDeskWithRowsKeepsThemAndGetsItsCorrectionsAsData() throws Exception {
        List<Long> claims = everyState();
        PostgresForTests.Database old = PostgresForTests.freshBeside(PostgresForTests.database());
        try (Connection to = old.connect()) {
            migrate(to, BEFORE);
            try (Connection from = PostgresForTests.database().connect()) {
                for (Map.Entry<String, String> table : TABLES.entrySet()) {
                    copy(from, to, table.getKey(), String.format(table.getValue(), ids(claims)));
                }
            }
            List<String> before = rows(to, "select * from revision order by claim_id, number");
            migrate(to, "latest");

            String corrections = """
                    select claim_id, tier, note, at, actor_name, revision_before, revision_after, scale_before,
                        rating_code_before, rating_label_before, scale_after, rating_code_after, rating_label_after
                    from correction where claim_id in (%s) order by claim_id, revision_after
                    """.formatted(ids(claims));
            try (Connection from = PostgresForTests.database().connect()) {
                assertThat(rows(to, corrections)).hasSize(6).isEqualTo(rows(from, corrections));
            }
            assertThat(rows(to, "select * from revision order by claim_id, number"))
                    .isEqualTo(before);
            assertThat(rows(to, "select code, second_review, retired from scale_rule"))
                    .containsExactly("desk|optional|f");
            assertThat(rows(to, "select state, count(*) from claim group by state order by state"))
                    .containsExactly("corrected|1", "in_review|1", "open|1", "published|1", "withdrawn|1");
        }
    }

    private List<Long> everyState() {
        Cast.Person admin = cast.admin();
        long published = cast.publishedClaim(admin.actor());
        long corrected = cast.publishedClaim(admin.actor());
        long withdrawn = cast.publishedClaim(admin.actor());
        correct(admin, corrected, "mostly_true", "The archive holds the bill!", CorrectionKind.TYPO, "a full stop");
        correct(admin, corrected, "half_true", "The archive holds half.", CorrectionKind.TYPO, "half is missing");
        cast.attach(admin.actor(), corrected, "https://archive.example/old/" + corrected, "a second bill");
        restorations.restore(admin.actor(), corrected, 5, "the half was found");
        correct(admin, withdrawn, "mostly_true", "It holds a bill.", CorrectionKind.NON_RATING, "which bill is open");
        moderation.withdraw(admin.actor(), withdrawn, "its source was forged");
        return List.of(
                cast.openClaim(admin.actor()), cast.claimInReview(admin.actor()), published, corrected, withdrawn);
    }

    private void correct(Cast.Person who, long claim, String rating, String text, CorrectionKind kind, String why) {
        reviews.correct(
                who.actor(),
                claim,
                cast.revision(claim),
                new VerdictText(cast.rating(rating), text),
                new Wording("The bridge cost 14,000 crowns.", Kind.EVENT, null, null),
                kind,
                why);
    }

    private static void migrate(Connection connection, String target) {
        Flyway.configure()
                .dataSource(new SingleConnectionDataSource(connection, true))
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    /** Copies the columns that both have. Foreign keys and triggers are off meanwhile; CHECKs are not. */
    private static void copy(Connection from, Connection to, String table, String condition) throws SQLException {
        List<String> columns = rows(
                to,
                "select column_name from information_schema.columns where table_name = '" + table
                        + "' and is_generated = 'NEVER' order by ordinal_position");
        String names = String.join(", ", columns);
        String marks = columns.stream().map(c -> "?").collect(Collectors.joining(", "));
        to.createStatement().execute("set session_replication_role = replica");
        try (ResultSet row = from.createStatement()
                        .executeQuery("select " + names + " from " + table + " where " + condition);
                PreparedStatement insert = to.prepareStatement(
                        "insert into " + table + " (" + names + ") overriding system value values (" + marks + ")")) {
            while (row.next()) {
                for (int i = 1; i <= columns.size(); i++) {
                    insert.setObject(i, row.getObject(i));
                }
                insert.executeUpdate();
            }
        }
        to.createStatement().execute("set session_replication_role = origin");
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
