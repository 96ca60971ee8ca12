package org.claimtrail.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.claimtrail.moderation.Moderation;
import org.claimtrail.review.Assignments;
import org.claimtrail.review.CorrectionKind;
import org.claimtrail.review.Interests;
import org.claimtrail.review.Reviews;
import org.claimtrail.review.SecondReviews;
import org.claimtrail.review.VerdictText;
import org.claimtrail.support.Coded;
import org.claimtrail.support.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks every state with every verb, and holds docs/claim-workflow.md to it. */
@WholeApplication
class WorkflowTests {

    @Autowired
    Cast cast;

    @Autowired
    Claims claims;

    @Autowired
    Reviews reviews;

    @Autowired
    SecondReviews seconds;

    @Autowired
    Assignments assignments;

    @Autowired
    Interests interests;

    @Autowired
    Moderation moderation;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyVerbInEveryStateDoesWhatTheTableSays() throws Exception {
        Map<String, DocumentedVerb> documented = documented();
        Cast.Person admin = cast.admin();
        for (ClaimState state : ClaimState.values()) {
            for (ClaimVerb verb : ClaimVerb.values()) {
                long claim = claimFor(verb, state, admin);
                int rows = cast.actions(claim).size();
                if (verb.allowedIn(state)) {
                    act(verb, claim, admin);
                    assertThat(cast.actions(claim)).as(verb + " in " + state).hasSize(rows + 1);
                    String now = cast.stored("state", claim);
                    assertThat(now)
                            .as(verb + " in " + state)
                            .isEqualTo(leadsTo(verb, state).code());
                    DocumentedVerb told = Objects.requireNonNull(documented.get(verb.code()));
                    assertThat(told.leadsTo())
                            .as(verb + " in " + state + ", as documented")
                            .containsAnyOf(now, now.equals(state.code()) ? "same" : now);
                    assertThat(told.historySays()).contains(cast.actions(claim).get(rows));
                } else if (!repeats(verb, state)) {
                    String before = cast.stored("version", claim);
                    assertThatThrownBy(() -> act(verb, claim, admin))
                            .as(verb + " in " + state)
                            .isInstanceOf(Refused.class);
                    assertThat(cast.actions(claim)).as(verb + " in " + state).hasSize(rows);
                    assertThat(cast.stored("version", claim)).isEqualTo(before);
                }
            }
        }
    }

    @Test
    void theDocumentSaysTheSame() throws Exception {
        Map<String, Set<String>> documented = new LinkedHashMap<>();
        documented().forEach((verb, told) -> documented.put(verb, told.allowedIn()));
        Map<String, Set<String>> coded = new LinkedHashMap<>();
        for (ClaimVerb verb : ClaimVerb.values()) {
            coded.put(
                    verb.code(),
                    Arrays.stream(ClaimState.values())
                            .filter(verb::allowedIn)
                            .map(Coded::code)
                            .collect(Collectors.toSet()));
        }
        assertThat(documented).isEqualTo(coded);
    }

    /** A row of the document's table. */
    private record DocumentedVerb(Set<String> allowedIn, Set<String> leadsTo, Set<String> historySays) {}

    private static Map<String, DocumentedVerb> documented() throws IOException {
        Map<String, DocumentedVerb> documented = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("docs/claim-workflow.md"))) {
            String[] cells = line.split("\\|");
            if (line.startsWith("| `") && cells.length >= 6) {
                documented.put(
                        cells[1].strip().replace("`", ""),
                        new DocumentedVerb(words(cells[2]), words(cells[3]), words(cells[5])));
            }
        }
        return documented;
    }

    private static Set<String> words(String cell) {
        return Arrays.stream(cell.split("[^a-z_]+")).filter(w -> !w.isEmpty()).collect(Collectors.toSet());
    }

    /** A claim in this state; where two ratings are needed for the verb, they are there. */
    private long claimFor(ClaimVerb verb, ClaimState state, Cast.Person admin) {
        long claim = claimIn(state, admin);
        if (state == ClaimState.SECOND_REVIEW && verb == ClaimVerb.ADJUDICATE) {
            seconds.rate(
                    cast.reviewer("Reviewer B").actor(), claim, new VerdictText(cast.rating("false"), "It is not."));
        }
        return claim;
    }

    @Test
    void aLockedClaimIsRefusedEveryVerbOfItsReview() {
        Cast.Person admin = cast.admin();
        for (ClaimState state : ClaimState.values()) {
            for (ClaimVerb verb : ClaimVerb.values()) {
                if (verb.allowedIn(state) && verb != ClaimVerb.WITHDRAW) {
                    long claim = claimFor(verb, state, admin);
                    moderation.lock(admin.actor(), claim, true, "a quarrel");
                    assertThatThrownBy(() -> act(verb, claim, admin))
                            .as(verb + " in " + state)
                            .isInstanceOf(Refused.class)
                            .hasMessage("claim.refused.locked");
                }
            }
        }
    }

    private long claimIn(ClaimState state, Cast.Person admin) {
        long claim;
        switch (state) {
            case PROPOSED -> claim = proposed(admin);
            case OPEN -> {
                claim = proposed(admin);
                claims.accept(admin.actor(), claim);
            }
            case DISMISSED -> {
                claim = proposed(admin);
                claims.dismiss(admin.actor(), claim, Dismissal.TRIVIAL, null);
            }
            case IN_REVIEW -> {
                claim = cast.claimInReview(admin.actor());
                cast.attach(admin.actor(), claim, "https://archive.example/" + claim);
                reviews.draft(
                        admin.actor(),
                        claim,
                        null,
                        new VerdictText(cast.rating("true"), "The archive holds the bill."));
            }
            case SECOND_REVIEW -> {
                claim = claimIn(ClaimState.IN_REVIEW, admin);
                seconds.submit(admin.actor(), claim);
            }
            case PUBLISHED -> claim = cast.publishedClaim(admin.actor());
            case CORRECTED -> {
                claim = cast.publishedClaim(admin.actor());
                act(ClaimVerb.CORRECT, claim, admin);
            }
            default -> {
                claim = cast.publishedClaim(admin.actor());
                moderation.withdraw(admin.actor(), claim, "forged");
            }
        }
        return claim;
    }

    private long proposed(Cast.Person admin) {
        long article = cast.article(admin.actor(), "The city council approved the bridge on 3 March 2024.");
        return jdbc.sql("select min(id) from claim where article_id = :article and state = 'proposed'")
                .param("article", article)
                .query(Long.class)
                .single();
    }

    private void act(ClaimVerb verb, long claim, Cast.Person admin) {
        switch (verb) {
            case ACCEPT -> claims.accept(admin.actor(), claim);
            case UNDO_ACCEPT -> claims.undoAccept(admin.actor(), claim);
            case DISMISS -> claims.dismiss(admin.actor(), claim, Dismissal.DUPLICATE, null);
            case RECONSIDER -> claims.reconsider(admin.actor(), claim);
            case REWORD ->
                claims.reword(
                        admin.actor(),
                        claim,
                        cast.revision(claim),
                        new Wording("Another wording.", Kind.EVENT, null, null));
            case TAKE -> reviews.take(admin.actor(), claim);
            case ASSIGN ->
                assignments.assign(
                        admin.actor(),
                        claim,
                        cast.reviewer("Reviewer B").actor().accountId());
            case SET_DUE -> assignments.setDue(admin.actor(), claim, LocalDate.of(2030, 1, 2));
            case DECLARE_INTEREST -> interests.declare(admin.actor(), claim, "The builder is a cousin.");
            case SUBMIT -> seconds.submit(admin.actor(), claim);
            case RECALL -> seconds.recall(admin.actor(), claim);
            case RATE_SECOND ->
                seconds.rate(
                        cast.reviewer("Reviewer B").actor(),
                        claim,
                        new VerdictText(cast.rating("true"), "I see it too."));
            case ADJUDICATE ->
                seconds.adjudicate(
                        cast.reviewer("Reviewer C").actor(),
                        claim,
                        new VerdictText(cast.rating("false"), "The bill is forged."),
                        "the seal is wrong");
            case RELEASE -> reviews.release(admin.actor(), claim);
            case CHANGE_EVIDENCE ->
                cast.attach(admin.actor(), claim, "https://archive.example/second/" + claim, "more was found");
            case DRAFT -> reviews.draft(admin.actor(), claim, cast.revision(claim), other(claim));
            case PUBLISH -> reviews.publish(admin.actor(), claim);
            case CORRECT ->
                reviews.correct(
                        admin.actor(),
                        claim,
                        cast.revision(claim),
                        other(claim),
                        new Wording("The bridge cost 14,000 crowns.", Kind.EVENT, null, null),
                        CorrectionKind.TYPO,
                        "a typo");
            case WITHDRAW -> moderation.withdraw(admin.actor(), claim, "forged");
        }
    }

    private VerdictText other(long claim) {
        return new VerdictText(cast.rating("false"), "Another explanation, version " + version(claim) + ".");
    }

    private int version(long claim) {
        return jdbc.sql("select version from verdict where claim_id = :id")
                .param("id", claim)
                .query(Integer.class)
                .optional()
                .orElse(-1);
    }

    private static ClaimState leadsTo(ClaimVerb verb, ClaimState from) {
        return switch (verb) {
            case ACCEPT, RELEASE -> ClaimState.OPEN;
            case UNDO_ACCEPT, RECONSIDER -> ClaimState.PROPOSED;
            case DISMISS -> ClaimState.DISMISSED;
            case TAKE, ASSIGN, RECALL -> ClaimState.IN_REVIEW;
            case SUBMIT -> ClaimState.SECOND_REVIEW;
            case REWORD, DRAFT, SET_DUE, DECLARE_INTEREST -> from;
            case CHANGE_EVIDENCE -> from.isPublic() ? ClaimState.CORRECTED : from;
            case PUBLISH, RATE_SECOND, ADJUDICATE -> ClaimState.PUBLISHED;
            case CORRECT -> ClaimState.CORRECTED;
            case WITHDRAW -> ClaimState.WITHDRAWN;
        };
    }

    /** A request that finds its work done already changes nothing and is not refused. */
    private static boolean repeats(ClaimVerb verb, ClaimState state) {
        return switch (verb) {
            case ACCEPT -> state == ClaimState.OPEN;
            case DISMISS -> state == ClaimState.DISMISSED;
            case TAKE -> state != ClaimState.PROPOSED && state != ClaimState.DISMISSED;
            case RELEASE -> state == ClaimState.PROPOSED || state == ClaimState.OPEN || state == ClaimState.DISMISSED;
            case SUBMIT -> state == ClaimState.SECOND_REVIEW;
            case PUBLISH -> state.isPublic();
            default -> false;
        };
    }
}
