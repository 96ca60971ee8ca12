package org.claimtrail.command;

import org.claimtrail.splitting.Attribution;
import org.claimtrail.splitting.Boilerplate;
import org.claimtrail.splitting.Candidate;
import org.claimtrail.splitting.Quantity;
import org.claimtrail.splitting.Reason;
import org.claimtrail.splitting.Span;
import org.claimtrail.splitting.Split;
import org.claimtrail.splitting.SplitSentence;
import org.claimtrail.splitting.TimeExpression;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON that {@code split} prints, schema {@code claimtrail-split/1}. */
final class SplitJson {

    private static final String SCHEMA = "claimtrail-split/1";
    private static final double LARGEST_EXACT = 1L << 53;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SplitJson() {}

    /** A whole split as one indented document with a line end. */
    static String document(Split split) {
        ObjectNode document = MAPPER.createObjectNode();
        document.put("schema", SCHEMA);
        document.put("length", split.length());
        ArrayNode boilerplate = document.putArray("boilerplate");
        for (Boilerplate found : split.boilerplate()) {
            boilerplate
                    .addObject()
                    .put("start", found.start())
                    .put("end", found.end())
                    .put("kind", found.kind());
        }
        ArrayNode sentences = document.putArray("sentences");
        split.sentences().forEach(sentence -> fill(sentences.addObject(), sentence));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    /** One sentence without line ends. */
    static String line(SplitSentence sentence) {
        ObjectNode node = MAPPER.createObjectNode();
        fill(node, sentence);
        return MAPPER.writeValueAsString(node);
    }

    private static void fill(ObjectNode node, SplitSentence sentence) {
        node.put("start", sentence.start());
        node.put("end", sentence.end());
        node.put("checkworthy", sentence.checkworthy());
        node.put("score", sentence.score());
        addReasons(node, sentence.reasons());
        node.put(
                "not_checkable",
                sentence.notCheckable() == null ? null : sentence.notCheckable().code());
        ArrayNode attributions = node.putArray("attributions");
        for (Attribution attribution : sentence.attributions()) {
            ObjectNode report = attributions.addObject();
            putSpan(report, "source", attribution.source());
            putSpan(report, "cue", attribution.cue());
            ArrayNode content = report.putArray("content");
            attribution.content().forEach(span -> addSpan(content, span));
        }
        addQuantities(node, sentence.quantities());
        addTimes(node, sentence.times());
        ArrayNode claims = node.putArray("claims");
        sentence.claims().forEach(claim -> fill(claims.addObject(), claim));
    }

    private static void fill(ObjectNode node, Candidate claim) {
        node.put("text", claim.text());
        ArrayNode spans = node.putArray("spans");
        claim.spans().forEach(span -> addSpan(spans, span));
        node.put("kind", claim.kind().code());
        node.put("checkworthy", claim.checkworthy());
        node.put("score", claim.score());
        addReasons(node, claim.reasons());
        node.put("speaker", claim.speaker());
        addQuantities(node, claim.quantities());
        addTimes(node, claim.times());
    }

    private static void addReasons(ObjectNode node, java.util.List<Reason> reasons) {
        ArrayNode codes = node.putArray("reasons");
        reasons.forEach(reason -> codes.add(reason.code()));
    }

    private static void addSpan(ArrayNode spans, Span span) {
        spans.addObject().put("start", span.start()).put("end", span.end());
    }

    private static void putSpan(ObjectNode node, String name, @Nullable Span span) {
        if (span == null) {
            node.putNull(name);
        } else {
            node.putObject(name).put("start", span.start()).put("end", span.end());
        }
    }

    private static void addQuantities(ObjectNode node, java.util.List<Quantity> quantities) {
        ArrayNode array = node.putArray("quantities");
        for (Quantity quantity : quantities) {
            ObjectNode entry = array.addObject();
            entry.put("start", quantity.start());
            entry.put("end", quantity.end());
            putNumber(entry, "value", quantity.value());
            putNumber(entry, "low", quantity.low());
            putNumber(entry, "high", quantity.high());
            entry.put("unit", quantity.unit());
            entry.put("comparator", quantity.comparator());
        }
    }

    private static void putNumber(ObjectNode node, String name, @Nullable Double value) {
        if (value == null) {
            node.putNull(name);
        } else if (value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT) {
            node.put(name, value.longValue());
        } else {
            node.put(name, value);
        }
    }

    private static void addTimes(ObjectNode node, java.util.List<TimeExpression> times) {
        ArrayNode array = node.putArray("times");
        for (TimeExpression time : times) {
            array.addObject().put("start", time.start()).put("end", time.end()).put("value", time.value());
        }
    }
}
