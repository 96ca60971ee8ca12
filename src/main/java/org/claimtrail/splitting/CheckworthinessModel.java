package org.claimtrail.splitting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A score of two parts: features that a person can read, weighed for each {@link Register}, and among them what a linear
 * model of the sentence's wording says. Weights come from a file of lines {@code name<tab>weight} in sections
 * {@code [report]}, {@code [speech]} and {@code [wording]}; {@code docs/model-card.md} tells how they were made.
 */
final class CheckworthinessModel implements CheckworthinessScorer {

    static final String WORDING = "wording";
    /** What the bias of the wording model is called; no word holds a space at its start. */
    static final String BIAS = " bias";

    private static final String RESOURCE = "checkworthiness.tsv";
    private static final double STEPS = 1000;

    private static final Map<Feature, Double> BY_HAND = Map.ofEntries(
            Map.entry(Feature.BIAS, -0.9),
            Map.entry(Feature.QUANTITY, 1.6),
            Map.entry(Feature.DATE, 1.2),
            Map.entry(Feature.NAMED_SUBJECT, 0.7),
            Map.entry(Feature.NAMED, 0.5),
            Map.entry(Feature.PAST_EVENT, 0.9),
            Map.entry(Feature.PLAN, 0.8),
            Map.entry(Feature.POSITION, 0.9),
            Map.entry(Feature.OFFICIAL_REPORT, 0.5),
            Map.entry(Feature.COMPARISON, 0.2),
            Map.entry(Feature.CAUSE, 0.4),
            Map.entry(Feature.RULE, 0.6),
            Map.entry(Feature.OPINION, -1.1),
            Map.entry(Feature.HEDGED, -0.9),
            Map.entry(Feature.MENTAL, -1.3),
            Map.entry(Feature.FIRST_PERSON, -1.5),
            Map.entry(Feature.DIRECT_QUOTE, -1.0),
            Map.entry(Feature.QUESTION, -2.5),
            Map.entry(Feature.VAGUE_SUBJECT, -0.8),
            Map.entry(Feature.NOTHING_THERE, -1.2),
            Map.entry(Feature.STATE, -0.4),
            Map.entry(Feature.FEW_WORDS, -1.0));

    private final Map<Register, double[]> weights;
    private final Map<String, Double> wording;

    CheckworthinessModel(Map<Register, double[]> weights, Map<String, Double> wording) {
        this.weights = weights;
        this.wording = wording;
    }

    static CheckworthinessModel load() {
        try (InputStream in = CheckworthinessModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("weights are not on the class path: " + RESOURCE);
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CheckworthinessModel read(BufferedReader lines) throws IOException {
        Map<Register, double[]> weights = new EnumMap<>(Register.class);
        Map<String, Double> wording = new HashMap<>(1 << 16);
        double[] section = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int tab = line.indexOf('\t');
            if (tab < 0) {
                section = section(line, weights);
            } else {
                String name = line.substring(0, tab);
                double weight = Double.parseDouble(line.substring(tab + 1));
                if (section == null) {
                    wording.put(name, weight);
                } else {
                    section[Feature.valueOf(name.toUpperCase(Locale.ROOT)).ordinal()] = weight;
                }
            }
        }
        return new CheckworthinessModel(weights, wording);
    }

    private static double @Nullable [] section(String head, Map<Register, double[]> weights) {
        String name = head.substring(1, head.length() - 1);
        if (name.equals(WORDING)) {
            return null;
        }
        return weights.computeIfAbsent(
                Register.valueOf(name.toUpperCase(Locale.ROOT)), r -> new double[Feature.values().length]);
    }

    /** Weights set by hand from the guideline for annotators, which training starts from. */
    static double[] byHand() {
        double[] weights = new double[Feature.values().length];
        BY_HAND.forEach((feature, weight) -> weights[feature.ordinal()] = weight);
        return weights;
    }

    /** The file of these weights, rounded to thousandths, zeros left out, in an order that is always the same. */
    String written() {
        StringBuilder file = new StringBuilder();
        for (Register register : Register.values()) {
            file.append('[').append(register.name().toLowerCase(Locale.ROOT)).append("]\n");
            for (Feature feature : Feature.values()) {
                write(file, feature.code(), of(register)[feature.ordinal()]);
            }
        }
        file.append('[').append(WORDING).append("]\n");
        SortedMap<String, Double> sorted = new TreeMap<>(wording);
        sorted.forEach((name, weight) -> write(file, name, weight));
        return file.toString();
    }

    private static void write(StringBuilder file, String name, double weight) {
        long rounded = Math.round(weight * STEPS);
        if (rounded != 0) {
            file.append(name).append('\t').append(rounded / STEPS).append('\n');
        }
    }

    @Override
    public double wording(Sentence sentence) {
        return wording(WordingFeatures.of(sentence.all));
    }

    /** The known features each count the same, and all of them together as one. */
    double wording(Collection<String> features) {
        double sum = 0;
        int known = 0;
        for (String feature : features) {
            Double weight = wording.get(feature);
            if (weight != null) {
                sum += weight;
                known++;
            }
        }
        return bias() + (known == 0 ? 0 : sum / Math.sqrt(known));
    }

    private double[] of(Register register) {
        return Objects.requireNonNull(weights.get(register), "no weights for that register");
    }

    private double bias() {
        return wording.getOrDefault(BIAS, 0.0);
    }

    @Override
    public double score(Sentence sentence, Register register, ClaimFeatures claim) {
        double[] weight = of(register);
        double sum = 0;
        for (Feature feature : Feature.values()) {
            sum += weight[feature.ordinal()] * feature.in(claim);
        }
        return Math.round(STEPS / (1 + StrictMath.exp(-sum))) / STEPS;
    }
}
