package org.claimtrail.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("any-database")
class MeasureCommandTests {

    private static final String DEBATE = """
            Sentence_id\tText\tclass_label
            1\tWe lost four million jobs in 2009.\tYes
            2\t"Thank you, ""Bill"", thank you all."\tNo
            3\tLet me help the governor.\tYes
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(String... args) {
        out.reset();
        return new MeasureCommand(printer(out), printer(errors)).execute(List.of(args));
    }

    private static PrintStream printer(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private String row(String measure) {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("| " + measure + " "))
                .findFirst()
                .orElse("")
                .replaceAll(" +", " ");
    }

    @Test
    void countsWhatIsRightAndNamesTheGoal() throws IOException {
        Files.writeString(folder.resolve("CT24_checkworthy_english_dev.tsv"), DEBATE);

        assertThat(run(folder.toString())).isZero();

        assertThat(row("recall of yes")).contains("| checkthat2024 dev | recall of yes | 0.500 | | |");
        assertThat(row("precision of yes")).contains("| 1.000 |");
        assertThat(row("F1 of yes")).contains("| 0.667 | | ≥ 0.890 | MISS |");
    }

    @Test
    void putsTheRunBeforeBesideThisOne() throws IOException {
        Files.writeString(folder.resolve("CT24_checkworthy_english_dev.tsv"), DEBATE);
        String record = folder.resolve("figures.tsv").toString();

        run("--record", record, folder.toString());
        Files.writeString(
                folder.resolve("CT24_checkworthy_english_dev.tsv"), DEBATE.replace("governor.\tYes", "governor.\tNo"));
        run("--record", record, folder.toString());

        assertThat(row("F1 of yes")).contains("| 1.000 | 0.667 | ≥ 0.890 | met |");
    }

    @Test
    void scoresAnAnnotatedArticle() {
        assertThat(run("src/test/resources/gold")).isZero();

        assertThat(row("gates broken")).contains("| mindanao | gates broken | 0.000 |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--unknown src", "no/such/folder", "src/main/java"})
    void refusesInOneLine(String args) {
        assertThat(run(args.isEmpty() ? new String[0] : args.split(" "))).isEqualTo(2);

        assertThat(out.size()).isZero();
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .startsWith("measure: ")
                .hasLineCount(1);
    }

    @Test
    void refusesARecordThatIsNone() throws IOException {
        Files.writeString(folder.resolve("CT24_checkworthy_english_dev.tsv"), DEBATE);
        Path record = Files.writeString(folder.resolve("notes.txt"), "Dear diary\n");

        assertThat(run("--record", record.toString(), folder.toString())).isEqualTo(2);

        assertThat(record).hasContent("Dear diary\n");
    }
}
