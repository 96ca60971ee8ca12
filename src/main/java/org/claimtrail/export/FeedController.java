package org.claimtrail.export;

import java.util.List;
import org.claimtrail.proof.Checkpoint;
import org.claimtrail.proof.Checkpoints;
import org.claimtrail.review.CorrectionView;
import org.claimtrail.review.Corrections;
import org.claimtrail.review.VerdictFilter;
import org.claimtrail.review.VerdictList;
import org.claimtrail.review.VerdictRow;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The newest verdicts and the newest corrections as Atom feeds. */
@RestController
class FeedController {

    private static final int NEWEST = 50;
    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

    private final VerdictList verdicts;
    private final Corrections corrections;
    private final Checkpoints checkpoints;
    private final Sentences sentences;
    private final Site site;
    private final String desk;

    FeedController(
            VerdictList verdicts,
            Corrections corrections,
            Checkpoints checkpoints,
            Sentences sentences,
            Site site,
            @Value("${claimtrail.desk-name}") String desk) {
        this.verdicts = verdicts;
        this.corrections = corrections;
        this.checkpoints = checkpoints;
        this.sentences = sentences;
        this.site = site;
        this.desk = desk;
    }

    @GetMapping("/verdicts.atom")
    ResponseEntity<byte[]> verdicts() {
        String base = site.address();
        List<AtomFeed.Entry> entries = verdicts.page(VerdictFilter.ALL, null, NEWEST).stream()
                .map(row -> entry(row, base))
                .toList();
        return answer(AtomFeed.write(
                sentences.say("feed.verdicts.of", desk),
                base + "/verdicts.atom",
                base + "/verdicts",
                checkpoint(),
                entries));
    }

    @GetMapping("/corrections.atom")
    ResponseEntity<byte[]> corrections() {
        String base = site.address();
        List<AtomFeed.Entry> entries = corrections.page(null, null, NEWEST).stream()
                .map(row -> entry(row, base))
                .toList();
        return answer(AtomFeed.write(
                sentences.say("feed.corrections.of", desk),
                base + "/corrections.atom",
                base + "/corrections",
                checkpoint(),
                entries));
    }

    /** Taken by the clock and before exports, not for whoever polls a feed. */
    private @Nullable Checkpoint checkpoint() {
        return checkpoints.newest().orElse(null);
    }

    private AtomFeed.Entry entry(VerdictRow row, String base) {
        String address = base + "/verdicts/" + row.claimId();
        return new AtomFeed.Entry(
                address,
                row.ratingLabel() + ": " + row.wording(),
                desk,
                row.modifiedAt(),
                row.publishedAt(),
                row.explanation(),
                address);
    }

    private AtomFeed.Entry entry(CorrectionView row, String base) {
        String what = row.wording() == null
                ? sentences.say("correction.withdrawn", Long.toString(row.claimId()))
                : row.wording();
        CorrectionView.Side before = row.before();
        CorrectionView.Side after = row.after();
        String rerated = before == null || after == null
                ? ""
                : sentences.say("correction.rerated", before.label(), after.label()) + " ";
        String address = base + "/verdicts/" + row.claimId();
        return new AtomFeed.Entry(
                address + "#correction-" + row.id(),
                sentences.say("correction.tier." + row.tier().code()) + ": " + what,
                desk,
                row.at(),
                row.at(),
                rerated + row.note(),
                address);
    }

    private static ResponseEntity<byte[]> answer(byte[] feed) {
        return ResponseEntity.ok().contentType(ATOM).body(feed);
    }
}
