package org.claimtrail.review.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.claimtrail.history.Revision;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;

/** A revision as one line of a timeline. */
record RevisionLine(
        int number, String sentence, @Nullable String reason, Instant at, String hash, String previousHash) {

    static RevisionLine of(Revision r, Sentences sentences) {
        String before = r.before().get("verdict.rating");
        String after = r.after().get("verdict.rating");
        String sentence;
        if (before != null
                && after != null
                && (r.action().equals("drafted") || r.action().equals("corrected"))) {
            sentence = sentences.say("history.rerated", r.actorName(), before, after);
        } else if (after != null && r.action().equals("drafted")) {
            sentence = sentences.say("history.rated", r.actorName(), after);
        } else if (r.after().get("second.rating") != null && r.action().equals("second_rating_given")) {
            sentence = sentences.say(
                    "history.second-rated", r.actorName(), r.after().get("second.rating"));
        } else {
            sentence = sentences.say("history.action." + r.action(), r.actorName());
        }
        return new RevisionLine(
                r.number(),
                sentence,
                r.reason(),
                r.at(),
                r.hash().hex(),
                r.previousHash().hex());
    }

    /** The lines, newest first. */
    static List<RevisionLine> newestFirst(List<Revision> revisions, Sentences sentences) {
        List<RevisionLine> lines =
                new ArrayList<>(revisions.stream().map(r -> of(r, sentences)).toList());
        Collections.reverse(lines);
        return lines;
    }
}
