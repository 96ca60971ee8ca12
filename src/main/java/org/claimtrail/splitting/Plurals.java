package org.claimtrail.splitting;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The singular of nouns. */
final class Plurals {

    private static final Map<String, String> IRREGULAR = pairs("people person men man women woman children child"
            + " feet foot teeth tooth geese goose mice mouse lives life wives wife knives knife leaves leaf halves half"
            + " wolves wolf thieves thief shelves shelf loaves loaf kroner krone kronor krona pence penny"
            + " troops troops series series species species measles measles headquarters headquarters"
            + " means means news news lens lens specimen specimen regimen regimen buses bus gases gas viruses virus campuses campus bonuses bonus statuses status"
            + " crises crisis analyses analysis theses thesis bases base phases phase houses house horses horse"
            + " losses loss movies movie cookies cookie zombies zombie shoes shoe");

    private static final Set<String> UNCHANGED =
            Set.of("personnel", "staff", "police", "crew", "aircraft", "cattle", "fish", "troops", "series", "species");

    private Plurals() {}

    private static Map<String, String> pairs(String words) {
        String[] split = words.split(" ");
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < split.length; i += 2) {
            pairs.put(split[i], split[i + 1]);
        }
        return Map.copyOf(pairs);
    }

    /** The singular, or the word itself where it is none of the plurals. @param word in lower case */
    static String singular(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.endsWith("men") && word.length() > 5) {
            return word.substring(0, word.length() - 2) + "an";
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean sibilant =
                word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes");
        if (sibilant || word.endsWith("oes")) {
            return word.substring(0, word.length() - 2);
        }
        return endsAsPlural(word) ? word.substring(0, word.length() - 1) : word;
    }

    /** Whether a noun is in the plural or may be. @param word in lower case */
    static boolean isPlural(String word) {
        return UNCHANGED.contains(word) || !singular(word).equals(word);
    }

    private static boolean endsAsPlural(String word) {
        return word.length() > 2
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is");
    }
}
