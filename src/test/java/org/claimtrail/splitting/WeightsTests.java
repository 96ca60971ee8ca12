package org.claimtrail.splitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTests {

    private static final Path SHIPPED = Path.of("src/main/resources/org/claimtrail/splitting/checkworthiness.tsv");
    private static final String SENTENCE = "The flood killed 37 people in the valley.";

    @TempDir
    Path folder;

    private double score(ClaimSplitter splitter) {
        return splitter.split(SENTENCE, SplitterSettings.defaults())
                .sentences()
                .get(0)
                .score();
    }

    @Test
    void theShippedFileScoresAsTheProgramDoes() throws IOException {
        assertThat(score(ClaimSplitter.weighing(SHIPPED))).isEqualTo(score(ClaimSplitter.standard()));
    }

    @Test
    void otherWeightsScoreOtherwise() throws IOException {
        Path cautious = Files.writeString(
                folder.resolve("weights.tsv"),
                Files.readString(SHIPPED).replaceFirst("\\[report\\]\nbias\t[-.0-9]+", "[report]\nbias\t-9"));

        assertThat(score(ClaimSplitter.weighing(cautious))).isLessThan(0.1);
    }

    @Test
    void theShippedFileIsSmall() throws IOException {
        assertThat(Files.size(SHIPPED)).isLessThan(3_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Dear diary",
                "bias\t1",
                "[report]\nbias\t1",
                "[report]\nbias\tmuch",
                "[report]\nheight\t1",
                "[poem]\nbias\t1"
            })
    void anotherFileIsRefused(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("weights.tsv"), content);

        assertThatThrownBy(() -> ClaimSplitter.weighing(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is no file of weights");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Path file = Files.write(folder.resolve("weights.tsv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> ClaimSplitter.weighing(file)).isInstanceOf(IOException.class);
    }
}
