package org.claimtrail.site;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.claim.CodePoints;
import org.claimtrail.review.ReviewCatalog.RatingMark;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;

/** A claim in the list beside the text: its wording, why it was proposed, the quantities and times it names. */
record ClaimCard(
        ClaimView claim,
        List<String> reasons,
        List<String> tags,
        @Nullable RatingMark rating,
        int evidenceCount) {

    static ClaimCard of(
            ClaimView claim, CodePoints text, @Nullable RatingMark rating, int evidenceCount, Sentences sentences) {
        List<String> quantities = claim.quantities().stream()
                .map(q -> text.slice(q.startAt(), q.endAt()))
                .distinct()
                .toList();
        List<String> times = claim.times().stream()
                .filter(t -> isDate(t.value()))
                .map(t -> text.slice(t.startAt(), t.endAt()))
                .distinct()
                .toList();
        List<String> reasons = claim.reasons().stream()
                .map(code -> reason(code, quantities, times, claim, sentences))
                .toList();
        List<String> tags = new ArrayList<>(quantities);
        times.stream().filter(time -> !tags.contains(time)).forEach(tags::add);
        return new ClaimCard(claim, reasons, tags, rating, evidenceCount);
    }

    /** Durations and repetitions begin with a letter (ISO 8601); they are told as quantities. */
    private static boolean isDate(String value) {
        return Character.isDigit(value.charAt(0));
    }

    private static String reason(
            String code, List<String> quantities, List<String> times, ClaimView claim, Sentences sentences) {
        if (code.equals("quantity") && !quantities.isEmpty()) {
            return sentences.say("reason.quantity.named", String.join(", ", quantities));
        }
        if (code.equals("date") && !times.isEmpty()) {
            return sentences.say("reason.date.named", String.join(", ", times));
        }
        if (code.equals("reported_speech") && claim.claimantName() != null) {
            return sentences.say("reason.reported_speech.named", claim.claimantName());
        }
        return sentences.say("reason." + code);
    }
}
