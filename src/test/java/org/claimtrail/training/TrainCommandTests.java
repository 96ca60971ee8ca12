package org.claimtrail.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("any-database")
class TrainCommandTests {

    private static final Path NEWS = Path.of("src/training/news.jsonl");
    private static final int REPEATS = 20;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private Path debates;
    private Path weights;

    @BeforeEach
    void debates() throws IOException {
        StringBuilder rows = new StringBuilder("Sentence_id\tText\tclass_label\n");
        for (int i = 0; i < REPEATS; i++) {
            rows.append(i).append("\tWe lost ").append(i + 2).append(" million jobs in that year.\tYes\n");
            rows.append(i).append("\t\"I say ").append(i).append(": \"\"thank you\"\", governor.\"\tNo\n");
        }
        debates = Files.writeString(folder.resolve("debates.tsv"), rows);
        weights = folder.resolve("weights.tsv");
    }

    private int run(Object... args) {
        List<String> words = new ArrayList<>();
        Arrays.stream(args).map(Object::toString).forEach(words::add);
        return new TrainCommand(new PrintStream(errors, true, StandardCharsets.UTF_8)).execute(words);
    }

    private String said() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theSameSentencesGiveTheSameBytes() throws IOException {
        Path again = folder.resolve("again.tsv");

        assertThat(run("--debates", debates, "--out", weights, NEWS)).isZero();
        assertThat(run("--debates", debates, "--out", again, NEWS)).isZero();

        assertThat(again).hasSameBinaryContentAs(weights);
        assertThat(Files.readString(weights)).startsWith("[report]\nbias\t").contains("\n[speech]\n", "\nmillion\t");
    }

    @Test
    void learnsFromTheLabels() throws IOException {
        run("--debates", debates, "--out", weights, NEWS);

        assertThat(weight("million")).isPositive();
        assertThat(weight("governor")).isNegative();
    }

    private double weight(String word) throws IOException {
        return Files.readAllLines(weights).stream()
                .filter(line -> line.startsWith(word + "\t"))
                .mapToDouble(line -> Double.parseDouble(line.substring(word.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leavesOutWhatIsHeldOut() throws IOException {
        Path heldOut = Files.writeString(
                folder.resolve("held-out"), HeldOut.key("WE lost 2 million jobs, in that year!") + "\n");

        run("--debates", debates, "--held-out", heldOut, "--out", weights, NEWS);

        assertThat(said()).startsWith("39 sentences of debates").endsWith("1 held out\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"It fell.\"}",
                "{\"text\":7,\"checkworthy\":true}",
                "not JSON",
                "",
                "[]",
            })
    void refusesLabelsItCannotRead(String line) throws IOException {
        Path labels = Files.writeString(folder.resolve("labels.jsonl"), line + "\n");

        assertThat(run("--debates", debates, "--out", weights, labels)).isEqualTo(2);

        assertThat(said()).startsWith("train: ").hasLineCount(1);
        assertThat(weights).doesNotExist();
    }

    @Test
    void refusesToRunWithoutLabels() {
        assertThat(run("--debates", debates, "--out", weights)).isEqualTo(2);

        assertThat(said()).startsWith("train: usage: ");
    }
}
