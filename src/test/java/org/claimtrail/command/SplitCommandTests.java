package org.claimtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SplitCommandTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String TEXT = "Lund paid “5 million” euros on Friday.\r\nVaren fell 😀 in 2019.\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(byte[] input, String... args) {
        PrintStream stream = new PrintStream(errors, true, StandardCharsets.UTF_8);
        return new SplitCommand(new ByteArrayInputStream(input), out, stream).execute(List.of(args));
    }

    private String file(byte[] content) throws IOException {
        return Files.write(folder.resolve("article.txt"), content).toString();
    }

    private void assertRefused(int status, String message) {
        assertThat(status).isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains(message).doesNotContain("\tat ");
    }

    @Test
    void printsOneDocumentForAFile() throws IOException {
        int status = run(new byte[0], "--published", "2024-05-15", file(TEXT.getBytes(StandardCharsets.UTF_8)));
        JsonNode document = MAPPER.readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(status).isZero();
        assertThat(document.get("schema").stringValue()).isEqualTo("claimtrail-split/1");
        assertThat(document.get("length").intValue()).isEqualTo(TEXT.codePointCount(0, TEXT.length()));
        assertThat(document.get("sentences").size()).isEqualTo(2);
        JsonNode first = document.get("sentences").get(0);
        assertThat(first.get("quantities").get(0).get("value").toString()).isEqualTo("5000000");
        assertThat(first.get("times").get(0).get("value").stringValue()).isEqualTo("2024-05-10");
        assertThat(first.get("not_checkable").isNull()).isTrue();
        assertThat(first.get("claims").get(0).propertyNames())
                .containsExactly(
                        "text", "spans", "kind", "checkworthy", "score", "reasons", "speaker", "quantities", "times");
    }

    @Test
    void readsStandardInput() {
        assertThat(run(TEXT.getBytes(StandardCharsets.UTF_8), "-")).isZero();
        assertThat(MAPPER.readTree(out.toString(StandardCharsets.UTF_8))
                        .get("sentences")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void printsOneObjectALineInInputOrder() {
        assertThat(run("Lund paid. Ost paid.\n\nVaren fell.\n".getBytes(StandardCharsets.UTF_8), "--lines", "-"))
                .isZero();
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(MAPPER.readTree(lines.get(2)).get("end").intValue()).isEqualTo(11);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertRefused(run(new byte[0], folder.resolve("none.txt").toString()), "no such file");
    }

    @Test
    void refusesAFolder() {
        assertRefused(run(new byte[0], folder.toString()), "cannot be read");
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        assertRefused(run(new byte[0], file(new byte[] {'a', (byte) 0xC3, '('})), "not UTF-8");
    }

    @Test
    void refusesMoreThanTheLimit() {
        assertRefused(run(new byte[10 * 1024 * 1024 + 1], "-"), "larger than 10 MiB");
    }

    @Test
    void refusesAnImpossibleDay() {
        assertRefused(run(new byte[0], "--published", "2024-02-30", "-"), "--published");
        assertRefused(run(new byte[0], "--published"), "--published");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertRefused(run(new byte[0], "--fast", "-"), "usage");
        assertRefused(run(new byte[0]), "usage");
        assertRefused(run(new byte[0], "a.txt", "b.txt"), "usage");
    }

    @Test
    void saysWhenTheResultCannotBeWritten() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("closed");
            }
        };
        PrintStream stream = new PrintStream(errors, true, StandardCharsets.UTF_8);
        SplitCommand command = new SplitCommand(
                new ByteArrayInputStream("Lund paid.".getBytes(StandardCharsets.UTF_8)), closed, stream);
        assertRefused(command.execute(List.of("-")), "could not be written");
    }
}
