package org.claimtrail.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrail.Cast;
import org.claimtrail.PostgresForTests;
import org.claimtrail.WholeApplication;
import org.claimtrail.discussion.Comments;
import org.claimtrail.discussion.NewComment;
import org.claimtrail.moderation.Moderation;
import org.claimtrail.moderation.Problem;
import org.claimtrail.review.CorrectionKind;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** A desk of every level of migration, with rows in it, on its way to the newest: it keeps them, and its chains fit. */
@WholeApplication
class EveryLevelTests {

    private static final String SCHEMA = "desk_of_a_level";

    /** The first level whose history has salted rows. */
    private static final int SALTED = 20;

    /** The level that brings the first scale; no desk had one before. */
    private static final int FIRST_SCALE = 6;

    /** The level that makes cases of the flags that there are. */
    private static final int FIRST_CASES = 29;

    /** What the program makes anew, and what says nothing about the desk. */
    private static final Set<String> NOT_KEPT =
            Set.of("flyway_schema_history", "scheduled_tasks", "spring_session", "spring_session_attributes");

    /** Columns that are gone, and what they would hold today. */
    private static final Map<String, String> GONE = Map.of(
            "flag.claim_id", "(select k.claim_id from public.moderation_case k where k.id = p.case_id)",
            "flag.decided_at", "(select k.closed_at from public.moderation_case k where k.id = p.case_id)");

    @Autowired
    Cast cast;

    @Autowired
    Moderation moderation;

    @Autowired
    Comments comments;

    @Autowired
    History history;

    @Autowired
    JsonMapper json;

    @Test
    void aDeskOfEveryLevelKeepsItsRowsAndVerifies() throws Exception {
        List<Long> claims = claims();
        try (Connection connection = PostgresForTests.database().connect()) {
            List<String> levels = new ArrayList<>();
            for (MigrationInfo level : flyway(connection, "latest").info().all()) {
                levels.add(level.getVersion().getVersion());
            }
            assertThat(levels).hasSizeGreaterThanOrEqualTo(SALTED);
            for (String level : levels.subList(0, levels.size() - 1)) {
                execute(connection, "drop schema if exists " + SCHEMA + " cascade");
                flyway(connection, level).migrate();
                Map<String, String> filled = fill(connection, claims, Integer.parseInt(level));

                flyway(connection, "latest").migrate();

                for (Map.Entry<String, String> table : filled.entrySet()) {
                    String kept = columns(connection, table.getKey(), SCHEMA).stream()
                            .filter(List.of(table.getValue().split(", "))::contains)
                            .collect(Collectors.joining(", "));
                    assertThat(rows(connection, SCHEMA, table.getKey(), kept))
                            .as("%s of level %s", table.getKey(), level)
                            .containsAll(rows(connection, "before_" + SCHEMA, table.getKey(), kept));
                }
                if (filled.containsKey("revision")) {
                    assertThat(broken(connection, claims))
                            .as("chains of level %s", level)
                            .isEmpty();
                }
            }
            execute(connection, "drop schema " + SCHEMA + " cascade");
            execute(connection, "drop schema before_" + SCHEMA + " cascade");
        }
    }

    private List<Long> claims() {
        Cast.Person admin = cast.admin();
        Cast.Person reviewer = cast.reviewer("Reviewer of old");
        long published = cast.publishedClaim(reviewer.actor());
        long corrected = cast.publishedClaim(admin.actor());
        cast.correct(
                admin.actor(),
                corrected,
                "half_true",
                "The archive holds half.",
                CorrectionKind.RATING,
                "half is missing");
        long withdrawn = cast.publishedClaim(admin.actor());
        moderation.withdraw(admin.actor(), withdrawn, "its source was forged");
        moderation.raise(reviewer.actor(), corrected, Problem.WRONG, "half of what?");
        long said =
                comments.write(reviewer.actor(), published, new NewComment("@Desk Admin, is it so?", null, null, null));
        comments.write(admin.actor(), published, new NewComment("It is.", said, null, null));
        return List.of(
                cast.openClaim(admin.actor()), cast.claimInReview(reviewer.actor()), published, corrected, withdrawn);
    }

    /** The claims whose chain does not fit. */
    private List<Long> broken(Connection connection, List<Long> claims) throws SQLException {
        execute(connection, "set search_path to " + SCHEMA);
        try {
            JdbcTemplate template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            RevisionRepository revisions = new RevisionRepository(template, JdbcClient.create(template), json);
            return claims.stream()
                    .filter(claim -> {
                        RevisionRepository.Head head = revisions.head(claim).orElseThrow();
                        return HashChain.firstBroken(
                                        revisions.upTo(claim, Integer.MAX_VALUE), head.number(), head.hash())
                                .isPresent();
                    })
                    .toList();
        } finally {
            execute(connection, "set search_path to public");
        }
    }

    private static Flyway flyway(Connection connection, String target) {
        return Flyway.configure()
                .dataSource(new SingleConnectionDataSource(connection, true))
                .schemas(SCHEMA)
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }

    /**
     * Copies of this desk what a desk of that level can hold: the claims and what hangs on them, and all accounts.
     *
     * @return for each table its columns; its rows are kept in another schema too
     */
    private Map<String, String> fill(Connection connection, List<Long> claims, int level) throws SQLException {
        execute(connection, "drop schema if exists before_" + SCHEMA + " cascade");
        execute(connection, "create schema before_" + SCHEMA);
        Map<String, String> filled = new LinkedHashMap<>();
        for (String table : inOrderOfKeys(connection)) {
            if (level < FIRST_SCALE && table.startsWith("rating")
                    || level < FIRST_CASES && table.equals("moderation_case")) {
                continue;
            }
            List<String> today = columns(connection, table, "public");
            List<String> names = columns(connection, table, SCHEMA);
            String gone = names.stream()
                    .filter(name -> !today.contains(name) && GONE.containsKey(table + "." + name))
                    .map(name -> ", " + GONE.get(table + "." + name) + " as " + name)
                    .collect(Collectors.joining());
            names.removeIf(name -> !today.contains(name) && !GONE.containsKey(table + "." + name));
            String columns = String.join(", ", names);
            execute(connection, "alter table " + SCHEMA + "." + table + " disable trigger user");
            if (table.equals("revision") && level < SALTED) {
                sealAsBefore(connection, claims);
            } else if (!table.equals("chain_head") || level >= SALTED) {
                execute(
                        connection,
                        "insert into " + SCHEMA + "." + table + " (" + columns + ") overriding system value select "
                                + columns + " from (select p.*" + gone + " from public." + table + " p) p where "
                                + condition(connection, table, claims)
                                + (gone.isEmpty() ? "" : " and p.claim_id is not null") + " on conflict do nothing");
            }
            execute(connection, "alter table " + SCHEMA + "." + table + " enable trigger user");
            execute(
                    connection,
                    "create table before_" + SCHEMA + "." + table + " as select * from " + SCHEMA + "." + table);
            filled.put(table, columns);
        }
        return filled;
    }

    /** The rows as they were sealed before there were salts. */
    private void sealAsBefore(Connection connection, List<Long> claims) throws SQLException {
        for (long claim : claims) {
            Hash previous = Hash.ZERO;
            int number = 0;
            for (Revision r : history.timeline(claim)) {
                Hash hash = HashChain.seal(first(r, previous, Hash.ZERO));
                try (PreparedStatement insert = connection.prepareStatement(
                        "insert into " + SCHEMA + ".revision select claim_id, number, actor_id, actor_name, at, action,"
                                + " reason, before, after, ?, ? from public.revision where claim_id = ? and number = ?")) {
                    insert.setBytes(1, previous.bytes());
                    insert.setBytes(2, hash.bytes());
                    insert.setLong(3, claim);
                    insert.setInt(4, r.number());
                    insert.executeUpdate();
                }
                previous = hash;
                number = r.number();
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into " + SCHEMA + ".chain_head values (?, ?, ?)")) {
                insert.setLong(1, claim);
                insert.setInt(2, number);
                insert.setBytes(3, previous.bytes());
                insert.executeUpdate();
            }
        }
    }

    private static Revision first(Revision r, Hash previous, Hash hash) {
        return new Revision(
                r.claimId(),
                r.number(),
                r.actorId(),
                r.actorName(),
                r.at(),
                r.action(),
                r.reason(),
                r.before(),
                r.after(),
                previous,
                Seal.FIRST,
                hash);
    }

    /** What a row needs: that all it points to is there already. */
    private static String condition(Connection connection, String table, List<Long> claims) throws SQLException {
        String ids = claims.stream().map(String::valueOf).collect(Collectors.joining(", "));
        List<String> conditions = new ArrayList<>(List.of(
                switch (table) {
                    // Nobody was erased before there were erasures.
                    case "account" -> "status <> 'erased'";
                    case "claim" -> "id in (" + ids + ")";
                    case "article" -> "id in (select article_id from public.claim where id in (" + ids + "))";
                    case "source" -> "id in (select source_id from public.evidence where claim_id in (" + ids + "))";
                    default -> "true";
                }));
        for (String[] key : keys(connection, table)) {
            if (!key[0].equals(table)) {
                conditions.add("(" + key[2] + " or exists (select 1 from " + SCHEMA + "." + key[0] + " r where "
                        + key[1] + "))");
            }
        }
        return String.join(" and ", conditions);
    }

    /** The foreign keys of a table: the table pointed to, the join with it, and when there is nothing to join. */
    private static List<String[]> keys(Connection connection, String table) throws SQLException {
        return query(connection, """
                select r.relname,
                    string_agg(format('r.%%I = p.%%I', ra.attname, a.attname), ' and '),
                    string_agg(format('p.%%I is null', a.attname), ' or ')
                from pg_constraint k join pg_class r on r.oid = k.confrelid
                    cross join lateral unnest(k.conkey, k.confkey) as pair(mine, theirs)
                    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.mine
                    join pg_attribute ra on ra.attrelid = k.confrelid and ra.attnum = pair.theirs
                where k.contype = 'f' and k.conrelid = '%s.%s'::regclass group by k.oid, r.relname
                """.formatted(SCHEMA, table));
    }

    /** The tables, each behind those that it points to. */
    private static List<String> inOrderOfKeys(Connection connection) throws SQLException {
        Set<String> waiting = new LinkedHashSet<>();
        for (String[] row : query(connection, """
                select old.table_name from information_schema.tables old
                    join information_schema.tables new on new.table_schema = 'public' and new.table_name = old.table_name
                where old.table_schema = '%s' and old.table_type = 'BASE TABLE' order by 1
                """.formatted(SCHEMA))) {
            waiting.add(row[0]);
        }
        waiting.removeAll(NOT_KEPT);
        List<String> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            int before = ordered.size();
            for (String table : List.copyOf(waiting)) {
                Set<String> needed = keys(connection, table).stream()
                        .map(key -> key[0])
                        .filter(other -> !other.equals(table))
                        .collect(Collectors.toSet());
                if (needed.stream().noneMatch(waiting::contains)) {
                    ordered.add(table);
                    waiting.remove(table);
                }
            }
            if (ordered.size() == before) {
                // They point to each other: one goes first, with those of its rows that point to none of the others.
                String last = List.copyOf(waiting).get(waiting.size() - 1);
                ordered.add(last);
                waiting.remove(last);
            }
        }
        return ordered;
    }

    private static List<String> columns(Connection connection, String table, String schema) throws SQLException {
        return query(connection, """
                select column_name from information_schema.columns
                where table_schema = '%s' and table_name = '%s' and is_generated = 'NEVER' order by ordinal_position
                """.formatted(schema, table)).stream()
                .map(row -> row[0])
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> rows(Connection connection, String schema, String table, String columns)
            throws SQLException {
        return query(connection, "select " + columns + " from " + schema + "." + table).stream()
                .map(Arrays::toString)
                .toList();
    }

    private static List<String[]> query(Connection connection, String sql) throws SQLException {
        List<String[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                String[] values = new String[row.getMetaData().getColumnCount()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.getString(i + 1);
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
