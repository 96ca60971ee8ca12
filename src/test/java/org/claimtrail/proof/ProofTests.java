package org.claimtrail.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.List;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.claimtrail.history.Hash;
import org.claimtrail.moderation.Moderation;
import org.claimtrail.review.CorrectionKind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A reader checks that a verdict's history is under a checkpoint. */
@WholeApplication
class ProofTests {

    @Autowired
    Cast cast;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    Moderation moderation;

    @Autowired
    JsonMapper json;

    @Autowired
    MockMvc mvc;

    @Test
    void eachPublicRevisionLeadsToTheRootOfTheNewestCheckpoint() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        long claim = cast.publishedClaim(reviewer.actor());
        cast.correct(reviewer.actor(), claim, "half_true", "It holds half.", CorrectionKind.RATING, "half is missing");
        Checkpoint newest = checkpoints.take();
        JsonNode proof = json.readTree(body("/verdicts/" + claim + "/proof.json"));
        assertThat(proof.at("/checkpoint/hash").asString())
                .isEqualTo(newest.hash().hex());
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode revision : proof.get("revisions")) {
            numbers.add(revision.get("number").asInt());
            List<Hash> path = new ArrayList<>();
            revision.get("audit_path").forEach(hash -> path.add(Hash.parse(hash.asString())));
            Hash leaf = MerkleTree.leaf(Hash.parse(revision.get("hash").asString()));
            assertThat(revision.get("leaf").asString()).isEqualTo(leaf.hex());
            assertThat(MerkleTree.rootOf(leaf, revision.get("position").asLong(), newest.size(), path))
                    .isEqualTo(newest.root());
        }
        assertThat(numbers).containsExactly(5, 6);
        Document page = Jsoup.parse(body("/verdicts/" + claim + "/proof"));
        assertThat(page.select("#revision-6").text())
                .contains("leads to the root", newest.root().hex());
        assertThat(page.text()).contains(newest.hash().hex()).doesNotContain("does not lead");
    }

    @Test
    void whatNoCheckpointCoversYetIsSaid() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer A");
        checkpoints.take();
        long claim = cast.publishedClaim(reviewer.actor());
        JsonNode proof = json.readTree(body("/verdicts/" + claim + "/proof.json"));
        assertThat(proof.get("revisions")).isEmpty();
        assertThat(proof.get("not_yet_covered").toString()).isEqualTo("[5]");
        assertThat(Jsoup.parse(body("/verdicts/" + claim + "/proof")).text()).contains("waits for the next checkpoint");
    }

    @Test
    void whatIsNotPublicHasNoProof() throws Exception {
        Cast.Person admin = cast.admin();
        long open = cast.openClaim(admin.actor());
        long hidden = cast.publishedClaim(admin.actor());
        moderation.hide(admin.actor(), hidden, true, "a name stands in it");
        for (String end : List.of("/proof", "/proof.json")) {
            assertThat(status("/verdicts/" + open + end)).isEqualTo(404);
            assertThat(status("/verdicts/" + hidden + end)).isEqualTo(410);
        }
    }

    private int status(String address) throws Exception {
        return mvc.perform(get(address)).andReturn().getResponse().getStatus();
    }

    private String body(String address) throws Exception {
        var answer = mvc.perform(get(address)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString();
    }
}
