package org.claimtrail.splitting;

import java.util.Map;
import java.util.Set;

/** Names of units in the singular. */
final class Units {

    private static final Set<String> MEASURES = Set.of(
            "second",
            "minute",
            "hour",
            "day",
            "week",
            "month",
            "year",
            "decade",
            "century",
            "kilometer",
            "kilometre",
            "meter",
            "metre",
            "centimeter",
            "mile",
            "yard",
            "foot",
            "inch",
            "acre",
            "hectare",
            "kilogram",
            "gram",
            "pound",
            "ton",
            "tonne",
            "liter",
            "litre",
            "gallon",
            "barrel",
            "dollar",
            "euro",
            "cent",
            "yen",
            "rupee",
            "degree",
            "point",
            "time",
            "percent",
            "km",
            "kg",
            "mph",
            "people",
            "person");
    private static final Map<String, String> IRREGULAR = Map.of(
            "people",
            "person",
            "persons",
            "person",
            "men",
            "man",
            "women",
            "woman",
            "children",
            "child",
            "feet",
            "foot",
            "inches",
            "inch",
            "troops",
            "troops",
            "times",
            "time",
            "lives",
            "life");

    private Units() {}

    static boolean isMeasure(String word) {
        return MEASURES.contains(singular(word)) || MEASURES.contains(word);
    }

    static String singular(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
