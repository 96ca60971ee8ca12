package org.claimtrail.splitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Past forms of verbs that follow a comma as participles. */
final class Inflection {

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("leaving", "left"),
            Map.entry("leading", "led"),
            Map.entry("beginning", "began"),
            Map.entry("going", "went"),
            Map.entry("seeing", "saw"),
            Map.entry("telling", "told"),
            Map.entry("running", "ran"),
            Map.entry("speaking", "spoke"),
            Map.entry("writing", "wrote"),
            Map.entry("striking", "struck"),
            Map.entry("shooting", "shot"),
            Map.entry("fighting", "fought"),
            Map.entry("catching", "caught"),
            Map.entry("teaching", "taught"),
            Map.entry("building", "built"),
            Map.entry("feeling", "felt"),
            Map.entry("keeping", "kept"),
            Map.entry("knowing", "knew"),
            Map.entry("meeting", "met"),
            Map.entry("reading", "read"),
            Map.entry("sitting", "sat"),
            Map.entry("standing", "stood"),
            Map.entry("throwing", "threw"),
            Map.entry("wearing", "wore"),
            Map.entry("withdrawing", "withdrew"),
            Map.entry("drawing", "drew"),
            Map.entry("breaking", "broke"),
            Map.entry("choosing", "chose"),
            Map.entry("flying", "flew"),
            Map.entry("stealing", "stole"),
            Map.entry("seeking", "sought"),
            Map.entry("thinking", "thought"),
            Map.entry("understanding", "understood"),
            Map.entry("sweeping", "swept"),
            Map.entry("dealing", "dealt"),
            Map.entry("lending", "lent"),
            Map.entry("feeding", "fed"),
            Map.entry("fleeing", "fled"),
            Map.entry("laying", "laid"),
            Map.entry("splitting", "split"),
            Map.entry("spreading", "spread"),
            Map.entry("shutting", "shut"),
            Map.entry("letting", "let"),
            Map.entry("overtaking", "overtook"),
            Map.entry("undertaking", "undertook"),
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
        int last = stem.length() - 1;
        if (last > 0 && stem.charAt(last) == 'y' && "aeiou".indexOf(stem.charAt(last - 1)) < 0) {
            return stem.substring(0, last) + "ied";
        }
        return stem.endsWith("e") ? stem + "d" : stem + "ed";
    }
}
