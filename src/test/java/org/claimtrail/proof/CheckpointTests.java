package org.claimtrail.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.claimtrail.Cast;
import org.claimtrail.PostgresForTests;
import org.claimtrail.WholeApplication;
import org.claimtrail.article.ArticleDetails;
import org.claimtrail.article.Articles;
import org.claimtrail.history.Hash;
import org.claimtrail.moderation.Moderation;
import org.claimtrail.notification.DailyJob;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeApplication
class CheckpointTests {

    @Autowired
    Cast cast;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    DailyJob takeCheckpoint;

    @Autowired
    Articles articles;

    @Autowired
    Moderation moderation;

    /** As the owner of the tables: the program itself may not even try. */
    final JdbcTemplate jdbc = PostgresForTests.owner();

    @Autowired
    JsonMapper json;

    @Autowired
    MockMvc mvc;

    @Test
    void coversEveryRevisionOnceAndFollowsTheLastOne() {
        Checkpoint first = checkpoints.take();
        Long before = jdbc.queryForObject("select count(*) from revision", Long.class);
        long claim = cast.publishedClaim(cast.reviewer("Reviewer A").actor());
        assertThat(checkpoints.covering()).isEmpty();
        takeCheckpoint.work().run();
        Checkpoint second = checkpoints.newest().orElseThrow();
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(second.hash()).isEqualTo(second.sealed());
        assertThat(jdbc.queryForObject("select count(*) from revision", Long.class))
                .isEqualTo(Objects.requireNonNull(before) + second.size() - first.size());
        assertThat(checkpoints.covering()).contains(second);
        assertThat(jdbc.queryForList(
                        "select number from revision_log where claim_id = ? order by position", Integer.class, claim))
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(second.root()).isEqualTo(rootOfTheLog(second.size()));
        assertThat(jdbc.queryForList("select position from revision_log order by position", Long.class))
                .hasSize((int) second.size())
                .last()
                .isEqualTo(second.size() - 1);
    }

    @Test
    void takesNoneWhereNothingIsNew() {
        cast.openClaim(cast.admin().actor());
        Checkpoint taken = checkpoints.take();
        assertThat(checkpoints.take()).isEqualTo(taken);
        takeCheckpoint.work().run();
        assertThat(checkpoints.newest()).contains(taken);
    }

    @Test
    void coversWhatIsSaidOfArticles() {
        Cast.Person admin = cast.admin();
        long article = cast.article(admin.actor(), "The bridge opened in 1911.");
        Checkpoint before = checkpoints.take();
        articles.describe(admin.actor(), article, 0, new ArticleDetails("Another title", null, null, null, null));
        Checkpoint after = checkpoints.take();
        assertThat(after.outside()).isNotEqualTo(before.outside());
        assertThat(after.root()).isEqualTo(before.root());
        assertThat(after.number()).isEqualTo(before.number() + 1);
    }

    @Test
    void aTreeOfManyLeavesIsReadFromStoredSubtreesAndHasTheSameRoot() {
        Cast.Person admin = cast.admin();
        long claim = cast.openClaim(admin.actor());
        List<Checkpoint> taken = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 50; j++) {
                moderation.lock(admin.actor(), claim, true, "back");
                moderation.lock(admin.actor(), claim, false, "and forth");
            }
            taken.add(checkpoints.take());
        }
        Checkpoint last = taken.get(6);
        assertThat(jdbc.queryForObject("select count(*) from log_node where level = 8", Long.class))
                .isEqualTo(last.size() / 256)
                .isGreaterThanOrEqualTo(2);
        for (Checkpoint checkpoint : taken) {
            assertThat(checkpoint.root()).isEqualTo(rootOfTheLog(checkpoint.size()));
            List<Hash> proof = checkpoints.consistency(checkpoint, last);
            assertThat(MerkleTree.consistent(checkpoint.size(), checkpoint.root(), last.size(), last.root(), proof))
                    .isTrue();
        }
    }

    @Test
    void manyAtOnceTakeOneAfterTheOther() throws Exception {
        Cast.Person admin = cast.admin();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Checkpoint>> work = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            work.add(() -> {
                cast.openClaim(admin.actor());
                return checkpoints.take();
            });
        }
        threads.invokeAll(work).forEach(taken -> assertThat(taken).succeedsWithin(java.time.Duration.ofSeconds(30)));
        threads.shutdown();
        Checkpoint newest = checkpoints.take();
        assertThat(newest.root()).isEqualTo(rootOfTheLog(newest.size()));
        assertThat(jdbc.queryForObject("select count(*) from revision", Long.class))
                .isEqualTo(newest.size());
    }

    @Test
    void readersSeeThemAndCanCheckThatOneFollowsFromAnother() throws Exception {
        Checkpoint first = checkpoints.take();
        cast.publishedClaim(cast.reviewer("Reviewer A").actor());
        Checkpoint second = checkpoints.take();
        Document page = Jsoup.parse(body("/checkpoints"));
        assertThat(page.select("#checkpoint-" + second.number()).text())
                .contains(second.hash().hex(), second.root().hex(), Long.toString(second.size()));
        assertThat(Jsoup.parse(body("/checkpoints?before=" + second.number()))
                        .select("tbody tr")
                        .eachAttr("id"))
                .first()
                .isEqualTo("checkpoint-" + first.number());
        JsonNode proof = json.readTree(body("/checkpoints/" + first.number() + "/consistency/" + second.number()));
        List<Hash> path = new ArrayList<>();
        proof.get("consistency_path").forEach(hash -> path.add(Hash.parse(hash.asString())));
        assertThat(MerkleTree.consistent(
                        proof.at("/first/size").asLong(),
                        Hash.parse(proof.at("/first/root").asString()),
                        proof.at("/second/size").asLong(),
                        Hash.parse(proof.at("/second/root").asString()),
                        path))
                .isTrue();
        assertThat(mvc.perform(get("/checkpoints/" + second.number() + "/consistency/" + first.number()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update revision_log set number = 1",
                "delete from revision_log",
                "truncate revision_log",
                "update log_node set hash = decode(repeat('ab', 32), 'hex')",
                "truncate log_node",
                "update checkpoint set size = size + 1",
                "delete from checkpoint",
                "truncate checkpoint cascade",
                "update checkpoint_article set version = 9",
                "delete from checkpoint_article",
                "insert into checkpoint select number + 2, at, size, root, outside, previous, sha256(hash) from"
                        + " checkpoint"
            })
    void theDatabaseItselfRefuses(String statement) {
        jdbc.update("insert into log_node (level, place, hash) values (60, 0, decode(repeat('ab', 32), 'hex'))"
                + " on conflict do nothing");
        cast.openClaim(cast.admin().actor());
        checkpoints.take();
        assertThatThrownBy(() -> jdbc.execute(statement))
                .isInstanceOf(DataAccessException.class)
                .hasMessageMatching("(?s).*(only grows|does not follow).*");
    }

    private Hash rootOfTheLog(long size) {
        RightEdge edge = new RightEdge();
        jdbc.queryForList("select hash from revision_log where position < ? order by position", byte[].class, size)
                .forEach(hash -> edge.add(new Hash(hash)));
        return edge.root();
    }

    private String body(String address) throws Exception {
        var answer = mvc.perform(get(address)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString();
    }
}
