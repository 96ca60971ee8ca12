package org.claimtrail.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * NewsQuant: sentences with the quantities in them. Sentence by sentence the numbers annotated are paired with those
 * found, each used once; a range gives its two ends. A number is right when it is equal, and a number with its unit when
 * the unit also equals the annotated one or its normalised name ({@link UnitNames}). The upper end of "tens of
 * thousands" is 99,999 here and 100,000 there, and counts as equal. Direction and comparator are not compared.
 */
final class NewsQuant implements DataSet {

    private static final String FILE = "NewsQuant-visible.json";
    private static final String SET = "newsquant";
    private static final Pattern RANGE = Pattern.compile("(-?[\\d.]+) ?- ?(-?[\\d.]+)");

    /** A number as annotated, with the two names of its unit. */
    private record Gold(double value, String unit, String normalized) {}

    @Override
    public boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    @Override
    public List<Figure> measure(Path folder) throws IOException {
        JsonNode sentences = JsonMapper.shared().readTree(Files.readString(folder.resolve(FILE)));
        List<List<FoundNumber>> found = FoundNumber.inLines(
                sentences.valueStream().map(s -> s.get("text").asString()).toList());
        Counts values = new Counts();
        Counts units = new Counts();
        for (int i = 0; i < sentences.size(); i++) {
            List<Gold> gold = gold(sentences.get(i).get("quantities"));
            count(values, gold, found.get(i), NewsQuant::isSameValue);
            count(units, gold, found.get(i), NewsQuant::isSame);
        }
        return List.of(
                Figure.atLeast(SET, "value F1", values.f1(), 0.92),
                Figure.plain(SET, "value precision", values.precision()),
                Figure.plain(SET, "value recall", values.recall()),
                Figure.atLeast(SET, "value and unit F1", units.f1(), 0.80));
    }

    private static List<Gold> gold(JsonNode quantities) {
        List<Gold> gold = new ArrayList<>();
        for (JsonNode quantity : quantities) {
            String value = quantity.get("value").asString();
            String unit = quantity.get("unit").asString();
            String normalized = quantity.get("normalized_unit").asString();
            Matcher range = RANGE.matcher(value);
            if (range.matches()) {
                gold.add(new Gold(Double.parseDouble(range.group(1)), unit, normalized));
                gold.add(new Gold(Double.parseDouble(range.group(2)), unit, normalized));
            } else {
                gold.add(new Gold(Double.parseDouble(value), unit, normalized));
            }
        }
        return gold;
    }

    private static void count(
            Counts counts, List<Gold> gold, List<FoundNumber> found, BiPredicate<Gold, FoundNumber> same) {
        List<FoundNumber> rest = new ArrayList<>(found);
        for (Gold number : gold) {
            FoundNumber match =
                    rest.stream().filter(f -> same.test(number, f)).findFirst().orElse(null);
            rest.remove(match);
            counts.right(match == null ? 0 : 1);
            counts.missed(match == null ? 1 : 0);
        }
        counts.wrong(rest.size());
    }

    private static boolean isSameValue(Gold gold, FoundNumber found) {
        boolean roundEnd = found.upper() && found.is(gold.value - 1) && isPowerOfTen(gold.value);
        return found.is(gold.value) || roundEnd;
    }

    private static boolean isPowerOfTen(double value) {
        return Math.log10(value) == Math.rint(Math.log10(value));
    }

    private static boolean isSame(Gold gold, FoundNumber found) {
        return isSameValue(gold, found)
                && (UnitNames.isSame(gold.unit, found.unit()) || UnitNames.isSame(gold.normalized, found.unit()));
    }
}
