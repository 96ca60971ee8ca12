package org.claimtrail.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rows of a desk with an embedded database, read past the program by the server's superuser. It knows the history's
 * seal from docs/history.md alone.
 */
final class DeskDatabase {

    /** Facts that are names, which format 2 does not seal. */
    private static final Set<String> NAMES =
            Set.of("verdict.reviewer", "verdict.second-reviewer", "verdict.adjudicator", "second.reviewer");

    private static final String ZEROS = "0".repeat(64);

    private final Path folder;

    /** @param folder the desk's data folder */
    DeskDatabase(Path folder) {
        this.folder = folder;
    }

    Connection connect() throws SQLException {
        try (Stream<Path> clusters = Files.list(folder)) {
            Path cluster = clusters.filter(path -> path.getFileName().toString().matches("postgres-\\d+"))
                    .findFirst()
                    .orElseThrow();
            String port = Files.readAllLines(cluster.resolve("postmaster.pid")).get(3);
            String password =
                    Files.readString(folder.resolve("postgres.password")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + Integer.parseInt(port.strip())
                            + "/claimtrail?connectTimeout=5&socketTimeout=120",
                    "postgres",
                    password);
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new SQLException("The server is not there", e);
        }
    }

    /** For each marker that is stored, how often. */
    Map<String, Integer> stored(Ledger.Kind kind) throws SQLException {
        String sql = switch (kind) {
            case IMPORT -> "select title, count(*) from article where title like 'marker-%' group by 1";
            case EVIDENCE -> "select note, count(*) from evidence where note like 'marker-%' group by 1";
            case COMMENT -> "select text, count(*) from comment where text like 'marker-%' group by 1";
            case DRAFT, PUBLICATION ->
                "select explanation, count(*) from verdict where explanation like 'marker-%' group by 1";
        };
        Map<String, Integer> found = new HashMap<>();
        for (List<String> row : rows(sql)) {
            found.put(row.get(0), Integer.valueOf(row.get(1)));
        }
        return found;
    }

    /** Those of these acknowledged writes that are not stored; a draft may have been written over by a later one. */
    List<Ledger.Write> missing(List<Ledger.Write> acknowledged) throws SQLException {
        List<Ledger.Write> missing = new ArrayList<>();
        Map<String, Integer> newest = new HashMap<>();
        for (List<String> row : rows("select claim_id, explanation from verdict where explanation like 'marker-%'")) {
            newest.put(row.get(0), number(row.get(1)));
        }
        Map<Ledger.Kind, Map<String, Integer>> stored = new HashMap<>();
        for (Ledger.Write write : acknowledged) {
            boolean there = switch (write.kind()) {
                case DRAFT, PUBLICATION -> newest.getOrDefault(write.claim(), -1) >= write.number();
                default -> {
                    if (!stored.containsKey(write.kind())) {
                        stored.put(write.kind(), stored(write.kind()));
                    }
                    yield stored.get(write.kind()).containsKey(write.marker());
                }
            };
            if (!there) {
                missing.add(write);
            }
        }
        return missing;
    }

    /** Claims whose verdict, state, history and export would not agree, each with what differs. */
    List<String> halfDone() throws SQLException {
        List<String> half = new ArrayList<>();
        Map<String, String> checks = Map.of(
                "state and verdict", """
                        select c.id from claim c left join verdict v on v.claim_id = c.id
                        where (c.state in ('published', 'corrected')) <> (v.published_at is not null)
                          and c.state <> 'withdrawn'""",
                "state and number of publications in the history", """
                        select c.id from claim c where (c.state in ('published', 'corrected'))::int <>
                          (select count(*) from revision r where r.claim_id = c.id and r.action like 'published\\_%')
                          and c.state <> 'withdrawn'""",
                "state and newest state in the history", """
                        select c.id from claim c join chain_head h on h.claim_id = c.id
                        where c.state <> fact_at(c.id, h.number, 'state')""",
                "verdict and newest explanation in the history", """
                        select v.claim_id from verdict v join chain_head h on h.claim_id = v.claim_id
                        where v.published_at is not null
                          and v.explanation is distinct from fact_at(v.claim_id, h.number, 'verdict.explanation')""",
                "claim without a chain", """
                        select c.id from claim c where not exists (select 1 from chain_head h where h.claim_id = c.id)""",
                "article without its text", """
                        select a.id from article a
                        where not exists (select 1 from article_revision r where r.article_id = a.id)""");
        for (Map.Entry<String, String> check : checks.entrySet()) {
            for (List<String> row : rows(check.getValue())) {
                half.add(check.getKey() + ": " + row.get(0));
            }
        }
        return half;
    }

    /** What somebody still holds although nobody works. */
    List<String> leftovers() throws SQLException {
        return rows("""
                        select 'session ' || pid || ' is ' || state || ': ' || left(query, 80) from pg_stat_activity
                        where datname = 'claimtrail' and pid <> pg_backend_pid() and state <> 'idle'
                          and xact_start < now() - interval '2 seconds'
                        union all
                        select 'lock ' || locktype || ' of ' || pid from pg_locks
                        where (locktype = 'advisory' or not granted) and pid <> pg_backend_pid()
                        """).stream().map(row -> row.get(0)).toList();
    }

    long revisions() throws SQLException {
        return Long.parseLong(rows("select count(*) from revision").get(0).get(0));
    }

    /** Recomputes every chain; names the first row of each that does not fit. */
    List<String> brokenChains() throws SQLException {
        Map<String, String> heads = new HashMap<>();
        for (List<String> row : rows("select claim_id, number || ' ' || encode(hash, 'hex') from chain_head")) {
            heads.put(row.get(0), row.get(1));
        }
        List<String> broken = new ArrayList<>();
        String sql = """
                select claim_id, number, actor_id, actor_name,
                  regexp_replace(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '(\\.000)?000$', '') || 'Z',
                  action, reason, encode(previous_hash, 'hex'), encode(hash, 'hex'),
                  (select array_agg(x order by n, part) from (
                     select row_number() over (order by key collate "C") as n, unnest(array[1, 2]) as part,
                            unnest(array[key, value]) as x from jsonb_each_text(before)) b),
                  (select array_agg(x order by n, part) from (
                     select row_number() over (order by key collate "C") as n, unnest(array[1, 2]) as part,
                            unnest(array[key, value]) as x from jsonb_each_text(after)) a),
                  seal, encode(salt, 'hex'), name_erased
                from revision order by claim_id, number""";
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(2000);
                try (ResultSet row = statement.executeQuery()) {
                    String claim = "";
                    String previous = ZEROS;
                    int number = 0;
                    while (row.next()) {
                        if (!row.getString(1).equals(claim)) {
                            close(claim, number, previous, heads, broken);
                            claim = row.getString(1);
                            previous = ZEROS;
                            number = 0;
                        }
                        number++;
                        if (row.getInt(2) != number
                                || !row.getString(8).equals(previous)
                                || !row.getString(9).equals(seal(row))) {
                            broken.add("claim " + claim + " at revision " + number);
                        }
                        previous = row.getString(9);
                    }
                    close(claim, number, previous, heads, broken);
                }
            }
        }
        heads.keySet().forEach(claim -> broken.add("claim " + claim + " has a head alone"));
        return broken;
    }

    private static void close(String claim, int number, String hash, Map<String, String> heads, List<String> broken) {
        if (!claim.isEmpty() && !Objects.equals(heads.remove(claim), number + " " + hash)) {
            broken.add("claim " + claim + " at its head");
        }
    }

    private static String seal(ResultSet row) throws SQLException {
        boolean salted = row.getInt(12) == 2;
        if (row.getBoolean(14) && !salted) {
            return row.getString(9);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (salted) {
            netstring(out, "2");
            netstring(out, row.getString(13));
        }
        netstring(out, row.getString(8));
        for (int column = 1; column <= 7; column++) {
            boolean name = column == 4 && salted && row.getString(3) != null;
            netstring(out, name ? null : row.getString(column));
        }
        for (int column = 10; column <= 11; column++) {
            String[] facts = row.getArray(column) == null
                    ? new String[0]
                    : (String[]) row.getArray(column).getArray();
            netstring(out, Integer.toString(facts.length / 2));
            for (int i = 0; i < facts.length; i += 2) {
                netstring(out, facts[i]);
                netstring(out, salted && NAMES.contains(facts[i]) ? null : facts[i + 1]);
            }
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(out.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void netstring(ByteArrayOutputStream out, String field) {
        if (field == null) {
            out.writeBytes("-,".getBytes(StandardCharsets.US_ASCII));
            return;
        }
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        out.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(bytes);
        out.write(',');
    }

    /** The number in a marker. */
    static int number(String marker) {
        return Integer.parseInt(marker.replaceFirst("^marker-(\\d+)-.*$", "$1"));
    }

    List<List<String>> rows(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(row.getString(i));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    /** Ends all sessions of the program. */
    int cutConnections() {
        try {
            return rows("""
                            select pg_terminate_backend(pid) from pg_stat_activity
                            where datname = 'claimtrail' and pid <> pg_backend_pid() and backend_type = 'client backend'
                            """).size();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
