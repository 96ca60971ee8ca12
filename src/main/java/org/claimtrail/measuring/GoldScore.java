package org.claimtrail.measuring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimtrail.splitting.Candidate;
import org.claimtrail.splitting.Quantity;
import org.claimtrail.splitting.Split;
import org.claimtrail.splitting.SplitSentence;
import org.claimtrail.splitting.TimeExpression;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A split against a hand-annotated article. A proposed claim counts as the annotated one when their words agree with an
 * F1 of {@value #MATCH}, best pairs first and each used once; it counts as found at {@value #FOUND}.
 */
final class GoldScore {

    static final double MATCH = 0.7;
    static final double FOUND = 0.6;
    private static final double SAME_NUMBER = 1e-6;

    final Counts ends = new Counts();
    final Decisions checkworthy = new Decisions();
    final Counts claims = new Counts();
    final Counts high = new Counts();
    final Counts speakers = new Counts();
    final Counts quantities = new Counts();
    final Counts times = new Counts();
    /** The annotated claims that must be found and were not, by id. */
    final List<String> mustFindMissed = new ArrayList<>();
    /** What no split may do: claims outside the text, without a passage or in page furniture. */
    final List<String> broken = new ArrayList<>();

    private record Pair(double f1, int gold, int proposed) {}

    GoldScore(JsonNode gold, Split split) {
        gates(gold, split);
        Set<Integer> goldEnds = new HashSet<>();
        gold.get("sentences").forEach(s -> goldEnds.add(s.get("end").asInt()));
        Set<Integer> found = new HashSet<>();
        split.sentences().forEach(s -> found.add(s.end()));
        int both = (int) goldEnds.stream().filter(found::contains).count();
        ends.right(both);
        ends.wrong(found.size() - both);
        ends.missed(goldEnds.size() - both);
        for (JsonNode sentence : gold.get("sentences")) {
            sentence(sentence, split);
        }
    }

    private void gates(JsonNode gold, Split split) {
        int length = gold.get("length").asInt();
        if (split.length() != length) {
            broken.add("length is " + split.length() + ", not " + length);
        }
        for (Candidate claim :
                split.sentences().stream().flatMap(s -> s.claims().stream()).toList()) {
            if (claim.spans().isEmpty()
                    || claim.spans().stream()
                            .anyMatch(s -> s.start() < 0 || s.end() <= s.start() || s.end() > length)) {
                broken.add("outside the text: " + claim.text());
            }
            for (JsonNode furniture : gold.get("boilerplate")) {
                boolean dateline = furniture.get("kind").asString().equals("dateline");
                if (!dateline && claim.spans().stream().anyMatch(s -> overlap(furniture, s.start(), s.end()) > 0)) {
                    broken.add("in page furniture: " + claim.text());
                }
            }
        }
    }

    private void sentence(JsonNode gold, Split split) {
        SplitSentence nearest = split.sentences().stream()
                .filter(s -> overlap(gold, s.start(), s.end()) > 0)
                .max(Comparator.comparingInt(s -> overlap(gold, s.start(), s.end())))
                .orElse(null);
        checkworthy.add(
                gold.get("checkworthy").asBoolean(),
                nearest != null && nearest.checkworthy(),
                nearest == null ? 0 : nearest.score());
        List<Candidate> here = split.sentences().stream()
                .flatMap(s -> s.claims().stream())
                .filter(c -> !c.spans().isEmpty() && isMostlyIn(gold, c))
                .toList();
        claims(gold.path("claims"), here);
    }

    private static boolean isMostlyIn(JsonNode gold, Candidate claim) {
        int start = claim.spans().get(0).start();
        int end = claim.spans().get(0).end();
        return overlap(gold, start, end) * 2 >= end - start;
    }

    private void claims(JsonNode gold, List<Candidate> here) {
        Map<Integer, Integer> partners = partners(gold, here);
        int counted = 0;
        for (int i = 0; i < gold.size(); i++) {
            JsonNode claim = gold.get(i);
            boolean optional = claim.path("optional").asBoolean(false);
            counted += optional ? 0 : 1;
            if (partners.containsKey(i) && !optional) {
                claims.right(1);
            }
            boolean found = here.stream().anyMatch(c -> likeness(claim, c) >= FOUND);
            if (claim.path("priority").asString("").equals("high")) {
                add(high, found);
            }
            if (claim.path("must_find").asBoolean(false) && !found) {
                mustFindMissed.add(claim.get("id").asString());
            }
            Integer partner = partners.get(i);
            details(
                    claim,
                    partner != null
                            ? here.get(partner)
                            : here.stream()
                                    .max(Comparator.comparingDouble(c -> likeness(claim, c)))
                                    .orElse(null),
                    here);
        }
        int matched = (int) partners.keySet().stream()
                .filter(i -> !gold.get(i).path("optional").asBoolean(false))
                .count();
        claims.missed(counted - matched);
        claims.wrong(here.size() - partners.size());
    }

    private static Map<Integer, Integer> partners(JsonNode gold, List<Candidate> here) {
        List<Pair> pairs = new ArrayList<>();
        for (int g = 0; g < gold.size(); g++) {
            for (int p = 0; p < here.size(); p++) {
                double f1 = likeness(gold.get(g), here.get(p));
                if (f1 >= MATCH) {
                    pairs.add(new Pair(f1, g, p));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::f1)
                .thenComparingInt(Pair::gold)
                .thenComparingInt(Pair::proposed)
                .reversed());
        Map<Integer, Integer> partners = new HashMap<>();
        for (Pair pair : pairs) {
            if (!partners.containsValue(pair.proposed())) {
                partners.putIfAbsent(pair.gold(), pair.proposed());
            }
        }
        return partners;
    }

    private static double likeness(JsonNode gold, Candidate claim) {
        String worded = gold.get("claim").asString();
        String plain = gold.path("plain").asString("");
        return Math.max(
                TokenOverlap.f1(claim.text(), worded), TokenOverlap.f1(claim.text(), plain.isEmpty() ? worded : plain));
    }

    private void details(JsonNode claim, @Nullable Candidate nearest, List<Candidate> here) {
        String speaker = claim.path("speaker").asString("");
        if (!speaker.isEmpty()) {
            add(speakers, nearest != null && isSameSpeaker(speaker, nearest.speaker()));
        }
        for (JsonNode quantity : claim.path("quantities")) {
            add(quantities, here.stream().flatMap(c -> c.quantities().stream()).anyMatch(q -> isSame(quantity, q)));
        }
        for (JsonNode time : claim.path("times")) {
            if (!time.path("optional").asBoolean(false)) {
                add(times, here.stream().flatMap(c -> c.times().stream()).anyMatch(t -> isSame(time, t)));
            }
        }
    }

    private static void add(Counts counts, boolean right) {
        counts.right(right ? 1 : 0);
        counts.missed(right ? 0 : 1);
    }

    private static boolean isSameSpeaker(String gold, @Nullable String found) {
        List<String> g = TokenOverlap.words(gold);
        List<String> f = TokenOverlap.words(found == null ? "" : found);
        return !g.isEmpty() && !f.isEmpty() && (f.contains(g.get(g.size() - 1)) || g.contains(f.get(f.size() - 1)));
    }

    private static boolean isSame(JsonNode gold, Quantity found) {
        if (overlap(gold, found.start(), found.end()) == 0) {
            return false;
        }
        if (gold.path("value").isNumber()) {
            return found.value() != null
                    && Math.abs(found.value() - gold.get("value").asDouble()) < SAME_NUMBER;
        }
        double low = gold.path("low").asDouble(0);
        return found.low() != null && (found.low() == low || found.low() == 2 * low);
    }

    private static boolean isSame(JsonNode gold, TimeExpression found) {
        return overlap(gold, found.start(), found.end()) > 0
                && found.value().equals(gold.path("value").asString(""));
    }

    private static int overlap(JsonNode span, int start, int end) {
        return Math.max(
                0,
                Math.min(span.get("end").asInt(), end)
                        - Math.max(span.get("start").asInt(), start));
    }
}
