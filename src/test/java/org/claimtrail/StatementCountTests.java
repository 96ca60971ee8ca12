package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.account.Accounts;
import org.claimtrail.account.Role;
import org.claimtrail.claim.Claims;
import org.claimtrail.claim.Quote;
import org.claimtrail.discussion.Comments;
import org.claimtrail.discussion.NewComment;
import org.claimtrail.moderation.Moderation;
import org.claimtrail.moderation.Problem;
import org.claimtrail.review.RatingKind;
import org.claimtrail.review.RatingScales;
import org.claimtrail.review.Reviews;
import org.claimtrail.review.ScaleLabel;
import org.claimtrail.review.VerdictText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** Every list and detail page takes the same number of SQL statements for one row and for a hundred. */
@WholeApplication
class StatementCountTests {

    private static final int MANY = 100;

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Claims claims;

    @Autowired
    Reviews reviews;

    @Autowired
    RatingScales scales;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Moderation moderation;

    @Autowired
    Comments comments;

    @Autowired
    Accounts accounts;

    @AfterEach
    void onlyTheDesksOwnScaleIsOffered() {
        jdbc.sql("update scale_rule set retired = true where code <> 'desk'").update();
    }

    @Test
    void pagesTakeTheSameNumberOfStatementsForOneRowAndForAHundred() throws Exception {
        Cast.Person admin = cast.admin();
        long claim = cast.publishedClaim(admin.actor());
        long article = Long.parseLong(cast.stored("article_id", claim));
        moderation.raise(admin.actor(), claim, Problem.WRONG, "first");
        Cast.Person other = cast.reviewer("Reviewer of one");
        say(other, claim, "@Desk Admin, is it so?", null);
        Map<String, Integer> one = counts(admin, article, claim);

        more(admin, article, claim);
        long last = say(other, claim, "@Desk Admin, once more", null);
        for (int i = 0; i < MANY; i++) {
            last = say(other, claim, "@Desk Admin, number " + i, last);
        }
        Map<String, Integer> many = counts(admin, article, claim);

        assertThat(many).isEqualTo(one);
        assertThat(one.values()).as("every page reads something").allMatch(n -> n > 0);
    }

    private void more(Cast.Person admin, long article, long claim) {
        String text = "The bridge opened in 1911 and cost 14,000 crowns.";
        for (int i = 0; i < MANY; i++) {
            int start = i % 30;
            String words = text.substring(start, start + 5 + i / 30);
            long next = claims.mark(admin.actor(), article, new Quote(words, null, 1), "Claim " + i)
                    .id();
            reviews.take(admin.actor(), next);
            cast.attach(admin.actor(), claim, "https://archive.example/more/" + i, "another page of the archive");
            cast.attach(admin.actor(), next, "https://archive.example/more/" + i, null);
            reviews.draft(
                    admin.actor(), next, null, new VerdictText(cast.rating("true"), "The archive holds the bill."));
            reviews.publish(admin.actor(), next);
            moderation.raise(admin.actor(), next, Problem.OTHER, "flag " + i);
            accounts.invite(admin.actor(), Role.REVIEWER);
            cast.article(admin.actor(), text);
        }
        cast.reviewer("Reviewer of many");
        scales.create(
                admin.actor(),
                "Counted",
                List.of(
                        new ScaleLabel(null, "Counted fully", RatingKind.ORDERED, 2),
                        new ScaleLabel(null, "Counted in part", RatingKind.ORDERED, 1)));
    }

    private long say(Cast.Person by, long claim, String text, @Nullable Long parent) {
        return comments.write(by.actor(), claim, new NewComment(text, parent, null, null));
    }

    private Map<String, Integer> counts(Cast.Person reader, long article, long claim) throws Exception {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String page : List.of(
                "/",
                "/articles",
                "/articles/" + article,
                "/articles/" + article + "/edit",
                "/claims",
                "/claims?q=bridge&state=published&assignee=me",
                "/claims/" + claim,
                "/claims/" + claim + "/history",
                "/claims/" + claim + "/correction",
                "/claims/" + claim + "/discussion",
                "/notifications",
                "/notifications/settings",
                "/verdicts",
                "/verdicts?q=bridge&rating=true",
                "/verdicts/" + claim,
                "/verdicts/" + claim + "/history",
                "/verdicts/" + claim + "/proof",
                "/verdicts/" + claim + "/proof.json",
                "/verdicts.csv",
                "/corrections",
                "/moderation-log",
                "/decisions",
                "/corrections.atom",
                "/verdicts.atom",
                "/corrections.csv",
                "/checkpoints",
                "/revisions.csv",
                "/history.zip",
                "/verdicts/" + claim + "/revisions/5",
                "/verdicts/" + claim + "/claimreview.jsonld",
                "/claims?view=waiting_for_me",
                "/claims?view=mine",
                "/scales",
                "/moderation",
                "/moderation/claims/" + claim,
                "/moderation/accounts/" + reader.actor().accountId(),
                "/accounts",
                "/account",
                "/account/erasure",
                "/audit",
                "/audit?kind=exports&who=desk admin",
                "/jobs",
                "/settings",
                "/labels.jsonl",
                "/agreement",
                "/dashboard")) {
            read(page, reader);
            counts.put(page, CountedStatements.during(() -> read(page, reader)));
        }
        return counts;
    }

    private void read(String page, Cast.Person reader) throws Exception {
        MvcResult result = mvc.perform(get(page).with(user(reader.user()))).andReturn();
        if (result.getRequest().isAsyncStarted()) {
            result.getAsyncResult();
            result = mvc.perform(asyncDispatch(result)).andReturn();
        }
        assertThat(result.getResponse().getStatus()).as(page).isEqualTo(200);
    }
}
