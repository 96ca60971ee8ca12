package org.claimtrail.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The test cases of Microsoft's Recognizers-Text, whatever language they were said to be supported in. A case of the
 * number model is right when the numbers of the quantities found are the expected ones, all of them and in order; some
 * cases expect otherwise than a quantity is meant here (no number in "180ml", four in "192.168.1.2"). A measure with a
 * unit, where the cases list one kind of measure only, is right when a quantity has its value and, as
 * {@link UnitNames} has it, its unit.
 */
final class Recognizers implements DataSet {

    private static final String NUMBERS = "Specs/Number/English/NumberModel.json";
    private static final Map<String, String> MEASURES = Map.of(
            "ages found", "Specs/NumberWithUnit/English/AgeModel.json",
            "dimensions found", "Specs/NumberWithUnit/English/DimensionModel.json",
            "money found", "Specs/NumberWithUnit/English/CurrencyModel.json",
            "temperatures found", "Specs/NumberWithUnit/English/TemperatureModel.json");
    private static final String SET = "recognizers";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Override
    public boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(NUMBERS));
    }

    @Override
    public List<Figure> measure(Path folder) throws IOException {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.atLeast(SET, "number cases right", numbersRight(cases(folder.resolve(NUMBERS))), 0.90));
        for (String measure : MEASURES.keySet().stream().sorted().toList()) {
            Path file = folder.resolve(MEASURES.get(measure));
            if (Files.isRegularFile(file)) {
                figures.add(Figure.plain(SET, measure, measuresFound(cases(file))));
            }
        }
        return figures;
    }

    /** The cases of a file, which begins with a byte order mark. */
    static List<JsonNode> cases(Path file) throws IOException {
        String json = Files.readString(file);
        String plain = json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json;
        return JsonMapper.shared().readTree(plain).valueStream().toList();
    }

    private static List<List<FoundNumber>> found(List<JsonNode> cases) {
        return FoundNumber.inLines(
                cases.stream().map(c -> c.get("Input").asString()).toList());
    }

    private static Stream<JsonNode> resolutions(JsonNode one) {
        return one.get("Results").valueStream().map(r -> r.path("Resolution")).filter(r -> value(r) != null);
    }

    private static @Nullable Double value(JsonNode resolution) {
        try {
            return Double.valueOf(resolution.path("value").asString(""));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static double numbersRight(List<JsonNode> cases) {
        List<List<FoundNumber>> found = found(cases);
        Counts counts = new Counts();
        for (int i = 0; i < cases.size(); i++) {
            boolean right =
                    isSame(resolutions(cases.get(i)).map(Recognizers::value).toList(), found.get(i));
            counts.right(right ? 1 : 0);
            counts.missed(right ? 0 : 1);
        }
        return counts.recall();
    }

    private static boolean isSame(List<Double> values, List<FoundNumber> found) {
        boolean same = values.size() == found.size();
        for (int i = 0; same && i < found.size(); i++) {
            same = found.get(i).is(values.get(i));
        }
        return same;
    }

    private static double measuresFound(List<JsonNode> cases) {
        List<List<FoundNumber>> found = found(cases);
        Counts counts = new Counts();
        for (int i = 0; i < cases.size(); i++) {
            List<FoundNumber> here = found.get(i);
            for (JsonNode measure : resolutions(cases.get(i)).toList()) {
                double value = measure.get("value").asDouble();
                String unit = measure.path("unit").asString();
                boolean right = here.stream().anyMatch(f -> f.is(value) && UnitNames.isSame(unit, f.unit()));
                counts.right(right ? 1 : 0);
                counts.missed(right ? 0 : 1);
            }
        }
        return counts.recall();
    }
}
