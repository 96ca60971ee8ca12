package org.claimtrail.splitting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimtrail.splitting.Token.Tag;
import org.jspecify.annotations.Nullable;

/** Names of units, in the singular, and where they stand after a number. */
final class Units {

    private static final int MAX_MODIFIERS = 5;
    private static final Map<String, String> CURRENCY =
            pairs("$ dollar € euro £ pound ¥ yen ₹ rupee usd dollar us$ dollar"
                    + " eur euro gbp pound ps pound rs rupee rs. rupee inr rupee rm ringgit");
    private static final Set<String> MEASURES =
            Set.of(("second minute hour day week month year decade century kilometer"
                            + " kilometre meter metre centimeter mile yard foot inch acre hectare kilogram gram pound ton tonne liter"
                            + " litre gallon barrel dollar euro cent yen rupee degree point time percent km kg mph people person"
                            + " year-old mile-per-hour")
                    .split(" "));
    private static final Map<String, String> ABBREVIATED = pairs(
            "km kilometer m meter cm centimeter mm millimeter kg kilogram"
                    + " g gram mg milligram mph mile_per_hour lb pound lbs pound ft foot mi mile hrs hour hr hour mins minute min minute"
                    + " pc percent p penny ml milliliter kw kilowatt kwh kilowatt_hour mw megawatt gb gigabyte mb megabyte tb terabyte"
                    + " hz hertz ghz gigahertz mhz megahertz bhp brake_horsepower hp horsepower w watt m2 square_meter km/h"
                    + " kilometer_per_hour kph kilometer_per_hour mpg mile_per_gallon yr year yrs year c degree_celsius");
    private static final Map<String, String> IRREGULAR = pairs(
            "people person persons person men man women woman children child"
                    + " feet foot inches inch troops troops times time lives life measles measles series series buses bus gases gas viruses virus crises crisis losses loss");

    private Units() {}

    private static Map<String, String> pairs(String words) {
        String[] split = words.split(" ");
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < split.length; i += 2) {
            pairs.put(split[i], split[i + 1].replace('_', ' '));
        }
        return Map.copyOf(pairs);
    }

    /** The currency a sign or code stands for, or null. */
    static @Nullable String currency(String word) {
        return CURRENCY.get(word);
    }

    /** The unit an abbreviation stands for, or null. */
    static @Nullable String abbreviated(String word) {
        return ABBREVIATED.get(word);
    }

    static boolean isMeasure(String word) {
        return MEASURES.contains(singular(word)) || MEASURES.contains(word);
    }

    /** The unit that follows a number, or null: "people" after "200 young", "percent" for its sign. */
    static @Nullable String after(List<Token> tokens, int from) {
        int at = from;
        String word = word(tokens, at);
        if (isPercent(tokens, at)) {
            return "percent";
        }
        if (word.equals("of")
                && (word(tokens, at + 1).equals("the") || word(tokens, at + 1).equals("its"))) {
            at += 2;
        } else if (word.equals("of") || word.equals("-")) {
            at++;
        }
        int limit = Math.min(tokens.size(), at + MAX_MODIFIERS);
        while (at < limit && isModifier(tokens, at, limit)) {
            at++;
        }
        boolean owner = word(tokens, at + 1).startsWith("'");
        if (at >= limit
                || owner
                || !tokens.get(at).is(Tag.NOUN)
                || !Character.isLetter(word(tokens, at).codePointAt(0))) {
            return ABBREVIATED.get(word);
        }
        while (at + 1 < limit && tokens.get(at + 1).is(Tag.NOUN) && !isMeasure(word(tokens, at))) {
            at++;
        }
        String unit = ABBREVIATED.get(word(tokens, at));
        return unit != null ? unit : singular(word(tokens, at));
    }

    static boolean isPercent(List<Token> tokens, int at) {
        String word = word(tokens, at);
        return word.equals("%")
                || word.equals("percent")
                || word.equals("per") && word(tokens, at + 1).startsWith("cent");
    }

    private static boolean isModifier(List<Token> tokens, int at, int limit) {
        Token token = tokens.get(at);
        return token.is(Tag.ADJ, Tag.PROPN, Tag.NUM)
                || token.is(Tag.VERB) && at + 1 < limit && tokens.get(at + 1).is(Tag.NOUN);
    }

    private static String word(List<Token> tokens, int at) {
        return at < tokens.size() ? tokens.get(at).lower() : "";
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
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
