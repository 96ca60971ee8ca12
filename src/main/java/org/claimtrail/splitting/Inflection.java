package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Past forms of verbs that follow a comma as participles. */
final class Inflection {

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("leaving", "left"),
            Map.entry("making", "made"),
            Map.entry("bringing", "brought"),
            Map.entry("giving", "gave"),
            Map.entry("taking", "took"),
            Map.entry("becoming", "became"),
            Map.entry("sending", "sent"),
            Map.entry("winning", "won"),
            Map.entry("losing", "lost"),
            Map.entry("beating", "beat"),
            Map.entry("cutting", "cut"),
            Map.entry("hitting", "hit"),
            Map.entry("putting", "put"),
            Map.entry("setting", "set"),
            Map.entry("rising", "rose"),
            Map.entry("falling", "fell"),
            Map.entry("growing", "grew"),
            Map.entry("saying", "said"),
            Map.entry("having", "had"),
            Map.entry("being", "was"),
            Map.entry("meaning", "meant"),
            Map.entry("spending", "spent"),
            Map.entry("selling", "sold"),
            Map.entry("buying", "bought"),
            Map.entry("paying", "paid"),
            Map.entry("holding", "held"),
            Map.entry("getting", "got"),
            Map.entry("finding", "found"),
            Map.entry("burying", "buried"),
            Map.entry("hurting", "hurt"),
            Map.entry("costing", "cost"),
            Map.entry("driving", "drove"),
            Map.entry("forcing", "forced"),
            Map.entry("causing", "caused"),
            Map.entry("reducing", "reduced"),
            Map.entry("raising", "raised"),
            Map.entry("including", "included"),
            Map.entry("damaging", "damaged"),
            Map.entry("using", "used"));

    private Inflection() {}

    /** What a regular form may be an inflection of: "deny" of "denied", "plan" of "planning"; some are no words. */
    static List<String> bases(String form) {
        List<String> bases = new ArrayList<>();
        for (String ending : List.of("s", "es", "ed", "ing")) {
            if (form.endsWith(ending) && form.length() > ending.length() + 1) {
                String stem = form.substring(0, form.length() - ending.length());
                bases.add(stem);
                bases.add(stem + "e");
                int last = stem.length() - 1;
                if (stem.charAt(last) == 'i') {
                    bases.add(stem.substring(0, last) + "y");
                } else if (stem.charAt(last) == stem.charAt(last - 1)) {
                    bases.add(stem.substring(0, last));
                }
            }
        }
        return bases;
    }

    /** "killed" of "killing". @param participle in lower case, ends in "ing" */
    static String past(String participle) {
        String irregular = IRREGULAR.get(participle);
        if (irregular != null) {
            return irregular;
        }
        String stem = participle.substring(0, participle.length() - 3);
        return stem.endsWith("e") ? stem + "d" : stem + "ed";
    }
}
