package org.claimtrail.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of an earlier run: lines of set, measure and value, parted by tabs. */
final class EarlierRun {

    private final Map<String, Double> values;

    private EarlierRun(Map<String, Double> values) {
        this.values = values;
    }

    static EarlierRun none() {
        return new EarlierRun(Map.of());
    }

    /** What the file remembers; nothing where there is no such file. */
    static EarlierRun read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return none();
        }
        Map<String, Double> values = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t");
            try {
                values.put(parts[0] + "\t" + parts[1], Double.valueOf(parts[2]));
            } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
                throw new IOException("not a record of figures: " + file, e);
            }
        }
        return new EarlierRun(values);
    }

    static void write(Path file, List<Figure> figures) throws IOException {
        Files.writeString(
                file,
                figures.stream()
                        .map(f -> String.format(Locale.ROOT, "%s\t%s\t%.4f%n", f.set(), f.measure(), f.value()))
                        .collect(Collectors.joining()));
    }

    /** What the figure was, or null where it was not measured. */
    @Nullable
    Double value(Figure figure) {
        return values.get(figure.set() + "\t" + figure.measure());
    }
}
