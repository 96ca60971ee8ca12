package org.claimtrail.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimtrail.ClaimtrailApplication;
import org.claimtrail.PostgresForTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred thousand verdicts leave a program that has 256 MB. */
@Tag("large")
class LargeExportTests {

    private static final int VERDICTS = 100_000;
    private static final Pattern READY = Pattern.compile("Claimtrail is ready.* (http://localhost:\\d+)/.*");

    @TempDir
    Path dataDir;

    @Test
    void streamsAHundredThousandVerdictsInFlatMemory() throws Exception {
        // A schema of its own keeps the rows away from the other tests.
        PostgresForTests.Database server = PostgresForTests.database();
        execute(server.url(), "create schema large_export");
        String url = server.url() + (server.url().contains("?") ? "&" : "?") + "currentSchema=large_export";
        Process desk = start(url);
        try {
            String address = address(desk);
            execute(url, GENERATE);
            HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address + "/verdicts.csv"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            try (CsvReader<?> rows = CsvReader.builder()
                    .allowExtraFields(false)
                    .allowMissingFields(false)
                    .ofNamedCsvRecord(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                assertThat(rows.stream().count()).isEqualTo(VERDICTS);
            }
            assertThat(desk.isAlive()).isTrue();
        } finally {
            desk.destroy();
            desk.waitFor();
            execute(server.url(), "drop schema large_export cascade");
        }
    }

    private Process start(String url) throws IOException, SQLException {
        PostgresForTests.Database server = PostgresForTests.database();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClaimtrailApplication.class.getName(),
                        "--server.port=0",
                        "--claimtrail.data-dir=" + dataDir)
                .redirectErrorStream(true);
        builder.environment().put("SPRING_DATASOURCE_URL", url);
        builder.environment().put("SPRING_DATASOURCE_USERNAME", Objects.requireNonNullElse(server.getUsername(), ""));
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", Objects.requireNonNullElse(server.getPassword(), ""));
        return builder.start();
    }

    /** Where the program answers, as its line says; what it prints later is read and dropped. */
    private static String address(Process desk) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(desk.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder printed = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                Thread rest = new Thread(() -> out.lines().forEach(dropped -> {}));
                rest.setDaemon(true);
                rest.start();
                return ready.group(1);
            }
            printed.append(line).append('\n');
        }
        throw new IllegalStateException("The program ended: " + printed);
    }

    private static void execute(String url, String sql) throws SQLException {
        PostgresForTests.Database server = PostgresForTests.database();
        try (Connection connection = DriverManager.getConnection(url, server.getUsername(), server.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static final String GENERATE = """
            insert into article (title, created_at, created_by_name) values ('Generated', now(), 'Test');
            insert into article_revision (article_id, number, text, text_sha256, original, original_sha256, media_type,
                obtained_by, obtained_at)
            select id, 1, t.text, encode(sha256(convert_to(t.text, 'UTF8')), 'hex'), 'x',
                encode(sha256('x'), 'hex'), 'text/plain', 'paste', now()
            from article, (values ('The bridge cost 14,000 crowns.')) t (text);
            insert into claim (id, article_id, article_revision_id, start_at, state, origin, wording, kind, created_at,
                changed_at)
            select n, a.id, r.id, 4, 'published', 'hand', 'Claim number ' || n || ', “quoted”', 'quantity', now(), now()
            from generate_series(1, %1$d) n, article a, article_revision r where r.article_id = a.id;
            insert into passage_span (claim_id, position, start_at, end_at, exact, prefix, suffix)
            select id, 0, 4, 10, 'bridge', 'The ', ' cost 14,000 crowns.' from claim;
            insert into source (address, title, created_at) values ('https://archive.example/', 'Archive', now());
            insert into evidence (claim_id, source_id, stance, created_at) select c.id, s.id, 'supports', now() from claim c, source s;
            insert into verdict (claim_id, rating_scale_id, rating_id, explanation, first_reviewer_name, published_at, modified_at)
            select c.id, r.rating_scale_id, r.id, repeat('The archive holds the bill. ', 20), 'Reviewer', now(), now()
            from claim c, rating r where r.code = 'true';
            insert into revision (claim_id, number, actor_name, at, action, before, after, previous_hash, hash)
            select id, 1, 'Test', now(), 'marked', '{}', '{}', decode(repeat('00', 32), 'hex'), sha256(convert_to(id::text, 'UTF8')) from claim;
            insert into chain_head select claim_id, number, hash from revision;
            """.formatted(VERDICTS);
}
