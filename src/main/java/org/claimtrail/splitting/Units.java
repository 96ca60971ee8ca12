package org.claimtrail.splitting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Units of measure and money by their words and signs, from {@code units.txt}. */
final class Units {

    private static final String RESOURCE = "units.txt";
    private static final Units TABLE = load();
    /** What stands behind a number and a hyphen without being counted: "two-way", "three-quarters-full". */
    private static final Set<String> NO_UNIT = Set.of("way", "sided", "handed", "plus", "odd", "ish", "off", "up");

    private static final Set<String> SHAPES = Set.of("square", "cubic", "sq", "sq.");

    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> signs = new HashMap<>();
    private final Map<String, String> lowerSigns = new HashMap<>();
    private final Set<String> money = new HashSet<>();

    private Units() {}

    private static Units load() {
        Units units = new Units();
        try (InputStream in = Units.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("units are not on the class path: " + RESOURCE);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            boolean isMoney = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    isMoney = line.equals("[money]");
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    units.add(line, isMoney);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return units;
    }

    private void add(String line, boolean isMoney) {
        String name = line.substring(0, line.indexOf(':'));
        String[] spellings = line.substring(name.length() + 1).split("\\|", 2);
        words.put(name.toLowerCase(Locale.ROOT), name);
        for (String word : spellings[0].strip().split("\\s+")) {
            words.put(word.replace('_', ' '), name);
        }
        for (String sign : (spellings.length == 2 ? spellings[1] : "").strip().split("\\s+")) {
            signs.putIfAbsent(sign, name);
            lowerSigns.putIfAbsent(sign.toLowerCase(Locale.ROOT), name);
        }
        words.remove("");
        signs.remove("");
        lowerSigns.remove("");
        if (isMoney) {
            money.add(name);
        }
    }

    /** The unit that words mean, or null. @param phrase in lower case and singular, one space between words */
    static @Nullable String word(String phrase) {
        return TABLE.words.get(phrase);
    }

    /** The unit a sign or abbreviation stands for beside a number, or null; case decides where it can. */
    static @Nullable String sign(String text) {
        String exact = TABLE.signs.get(text);
        boolean capitals = text.equals(text.toUpperCase(Locale.ROOT));
        return exact != null || capitals || text.length() < 2
                ? exact
                : TABLE.lowerSigns.get(text.toLowerCase(Locale.ROOT));
    }

    /** The currency a sign or code before or behind an amount stands for, or null. */
    static @Nullable String currency(String text) {
        String name = sign(text);
        return name != null && isMoney(name) ? name : null;
    }

    /** The same for two words that together are one sign in this very case: "US" and "$". */
    static @Nullable String currency(String first, String second) {
        String name = TABLE.signs.get(first + second);
        return name != null && isMoney(name) ? name : null;
    }

    static boolean isMoney(String name) {
        return TABLE.money.contains(name);
    }

    /**
     * The unit that a number has hyphenated onto it, or null: "year-old" of "five-year-old", "barrel per day" of
     * "9-barrel-a-day".
     *
     * @param suffix what follows the hyphen, in lower case
     */
    static @Nullable String written(String suffix) {
        String[] words = suffix.split("-");
        String first = words.length == 0 ? "" : words[0];
        if (words.length == 1) {
            String unit = measure(first);
            boolean noun = first.length() > 2 && first.chars().allMatch(Character::isLetter);
            return unit == null && noun && !NO_UNIT.contains(first) ? Plurals.singular(first) : unit;
        }
        String two = measure(first + " " + words[1]);
        String unit = two != null ? two : SHAPES.contains(first) ? shaped(first, measure(words[1])) : measure(first);
        if (unit == null) {
            return null;
        }
        if (words[words.length - 1].equals("old")) {
            return unit + "-old";
        }
        String rate = rate(suffix.substring(first.length() + 1));
        return rate == null ? unit : unit + " " + rate;
    }

    /** "per month" of "a-month", or null. */
    static @Nullable String rate(String suffix) {
        String[] words = suffix.split("-");
        boolean rate = words.length > 1 && (words[0].equals("per") || words[0].equals("a") || words[0].equals("an"));
        return rate ? "per " + Plurals.singular(words[1]) : null;
    }

    /** The unit of a word or an abbreviation, or null. */
    private static @Nullable String measure(String text) {
        String name = word(Plurals.singular(text));
        return name != null ? name : sign(text);
    }

    /** Whether a word makes another measure of a length: "square", "cubic". */
    static boolean isShape(String word) {
        return SHAPES.contains(word);
    }

    /** "square foot". */
    static @Nullable String shaped(String shape, @Nullable String side) {
        return side == null ? null : (shape.startsWith("sq") ? "square " : "cubic ") + side;
    }
}
