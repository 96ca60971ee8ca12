package org.claimtrail.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuantityDataTests {

    private static final String SENTENCES = """
            [{"text": "The port sold 14 cranes for $5 million.", "quantities": [
               {"value": "14", "unit": "cranes", "normalized_unit": "crane"},
               {"value": "5000000.0", "unit": "$", "normalized_unit": "euro"}]},
             {"text": "The trip took 5 to 7 hours.", "quantities": [
               {"value": "5.0-7.0", "unit": "days", "normalized_unit": "day"}]},
             {"text": "The port closed.", "quantities": [{"value": "-1", "unit": "-", "normalized_unit": "-"}]}]
            """;
    private static final String NUMBERS = "\uFEFF" + """
            [{"Input": "two thirds", "Results": [{"Resolution": {"value": "0.666666666666667"}}]},
             {"Input": "12 and 13", "Results": [{"Resolution": {"value": "12"}}]}]
            """;
    private static final String TEMPERATURES = """
            [{"Input": "it is 20 degrees celsius", "Results": [{"Resolution": {"value": "20", "unit": "C"}}]},
             {"Input": "celsius", "Results": [{"Resolution": {"value": null, "unit": "C"}}]}]
            """;

    @TempDir
    Path folder;

    private static double value(List<Figure> figures, String measure) {
        return figures.stream()
                .filter(figure -> figure.measure().equals(measure))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void pairsNumbersAndUnitsWithinASentence() throws IOException {
        Files.writeString(folder.resolve("NewsQuant-visible.json"), SENTENCES);

        List<Figure> figures = new NewsQuant().measure(folder);

        assertThat(value(figures, "value precision")).isEqualTo(1);
        assertThat(value(figures, "value recall")).isEqualTo(0.8);
        assertThat(value(figures, "value and unit F1")).isEqualTo(2 * 2.0 / (4 + 5));
    }

    @Test
    void wantsEveryNumberOfACaseAndNoOther() throws IOException {
        write("Specs/Number/English/NumberModel.json", NUMBERS);
        write("Specs/NumberWithUnit/English/TemperatureModel.json", TEMPERATURES);

        List<Figure> figures = new Recognizers().measure(folder);

        assertThat(value(figures, "number cases right")).isEqualTo(0.5);
        assertThat(value(figures, "temperatures found")).isEqualTo(1);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }
}
