package org.claimtrail.measuring;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When two names of a unit are one: in lower case and singular, with signs and spellings spelled out, either the whole
 * names are equal or their head nouns, which is the last word before "of" or "per" ("league games" and "game", "dollar
 * per barrel" and "dollar"). No unit equals no unit.
 */
final class UnitNames {

    private static final String NONE = "-";
    private static final Set<String> TAIL = Set.of("of", "per", "a", "an", "each", "wide", "long", "us", "old");
    private static final Map<String, String> SAME = pairs("% percent percentage percent pc percent people person"
            + " persons person feet foot men man women woman children child metre meter kilometre kilometer"
            + " millimetre millimeter nanometre nanometer micrometre micrometer centimetre centimeter litre liter"
            + " millilitre milliliter tonne ton sterling pound $ dollar us$ dollar usd dollar"
            + " celsius degree fahrenheit degree c degree f degree times time count time p penny pence penny"
            + " crown krone ″ inch € euro £ pound");

    private UnitNames() {}

    private static Map<String, String> pairs(String words) {
        String[] split = words.split(" ");
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < split.length; i += 2) {
            pairs.put(split[i], split[i + 1]);
        }
        return pairs;
    }

    static boolean isSame(@Nullable String one, @Nullable String other) {
        List<String> first = words(one);
        List<String> second = words(other);
        return first.equals(second) || head(first).equals(head(second));
    }

    private static List<String> words(@Nullable String unit) {
        String known = unit == null ? NONE : unit.toLowerCase(Locale.ROOT).strip();
        return List.of(known.split("\\s+|(?<=\\w)-")).stream()
                .map(UnitNames::singular)
                .toList();
    }

    private static String singular(String word) {
        String same = SAME.get(word);
        if (same != null) {
            return same;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean sibilant = word.endsWith("sses") || word.endsWith("ches") || word.endsWith("xes");
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        String one = word.substring(0, word.length() - (sibilant ? 2 : plural ? 1 : 0));
        return SAME.getOrDefault(one, one);
    }

    private static String head(List<String> words) {
        int at = 1;
        while (at < words.size() && !TAIL.contains(words.get(at))) {
            at++;
        }
        return words.get(at - 1);
    }
}
