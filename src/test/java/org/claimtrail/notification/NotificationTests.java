package org.claimtrail.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.claimtrail.account.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What people are told in the application. */
@WholeApplication
class NotificationTests {

    private static final String WORDING = "The bridge cost 14,000 crowns.";

    @Autowired
    Cast cast;

    @Autowired
    MockMvc mvc;

    @Autowired
    Notifications notifications;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Cast.Person one;
    private Cast.Person two;
    private long claim;

    @BeforeEach
    void people() {
        one = cast.reviewer("Reviewer One");
        two = cast.reviewer("Reviewer Two");
        claim = cast.openClaim(one.actor());
    }

    @Test
    void tellsEachPersonOnceAndNeverTheOneWhoDidIt() {
        tell(one, two, two, one);

        assertThat(told(two)).containsExactly("assigned by Reviewer One: " + WORDING);
        assertThat(told(one)).isEmpty();
    }

    @Test
    void tellsNothingWhereTheChangeIsNotKept() {
        assertThatThrownBy(() -> notifications.tell(
                        List.of(two.actor().accountId()), NotificationKind.ASSIGNED, claim, one.actor(), WORDING))
                .isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(change -> {
            notifications.tell(
                    List.of(two.actor().accountId()), NotificationKind.ASSIGNED, claim, one.actor(), WORDING);
            change.setRollbackOnly();
        });

        assertThat(told(two)).isEmpty();
    }

    @Test
    void tellsNobodyWhoseAccountIsSuspended() {
        accounts.suspend(cast.admin().actor(), two.actor().accountId(), "left the desk");

        tell(one, two);

        assertThat(told(two)).isEmpty();
    }

    @Test
    void theMastheadCountsWhatIsUnreadAndStopsAtNinetyNine() throws Exception {
        assertThat(page(two, "/claims")).doesNotContain("masthead-unread");
        tell(one, two);
        tell(one, two);
        assertThat(page(two, "/claims")).contains("<span class=\"masthead-unread\" aria-hidden=\"true\">2</span>");
        for (int i = 0; i < NotificationList.MANY; i++) {
            tell(one, two);
        }
        assertThat(page(two, "/claims")).contains(">99+</span>");
        assertThat(page(one, "/claims")).doesNotContain("masthead-unread");
    }

    @Test
    void thePageListsThemAndEachIsMarkedAsReadByItsReader() throws Exception {
        assertThat(page(two, "/notifications")).contains("Nothing was told to you yet");
        tell(one, two);
        long id = newest(two);
        assertThat(page(two, "/notifications"))
                .contains("Reviewer One gave you a claim", WORDING, "href=\"/claims/" + claim + "\"", "is-unread");
        assertThat(page(one, "/notifications")).doesNotContain(WORDING);

        assertThat(post(one, "/notifications/" + id + "/reading").getStatus()).isEqualTo(404);
        assertThat(page(two, "/notifications")).contains("is-unread");
        assertThat(post(two, "/notifications/" + id + "/reading").getRedirectedUrl())
                .isEqualTo("/notifications");
        assertThat(page(two, "/notifications")).contains(WORDING).doesNotContain("is-unread", "masthead-unread");
    }

    @Test
    void allAreMarkedAsReadButNotWhatCameInSinceThePageWasShown() throws Exception {
        tell(one, two);
        tell(one, two);
        String newest = Long.toString(newest(two));
        tell(one, two);

        post(two, "/notifications/reading", "newest", newest);

        assertThat(page(two, "/notifications")).containsOnlyOnce("is-unread");
    }

    @Test
    void aLongListHasPages() throws Exception {
        for (int i = 0; i < 51; i++) {
            tell(one, two);
        }
        String first = page(two, "/notifications");
        assertThat(first.split("class=\"notification ")).hasSize(51);
        String next = first.replaceAll("(?s).*href=\"(/notifications\\?before=\\d+)\".*", "$1");
        assertThat(page(two, next).split("class=\"notification ")).hasSize(2);
    }

    @Test
    void whatIsTurnedOffIsNotTold() throws Exception {
        assertThat(page(two, "/notifications/settings"))
                .contains("This desk sends no email", "value=\"assigned\" checked")
                .doesNotContain("name=\"mail\"");

        post(two, "/notifications/settings", "app", "mentioned", "mail", "published");
        tell(one, two);

        assertThat(told(two)).isEmpty();
        assertThat(page(two, "/notifications/settings"))
                .contains("value=\"mentioned\" checked")
                .doesNotContain("value=\"assigned\" checked");
        assertThat(jdbc.sql("select string_agg(kind, ' ' order by kind) from notification_preference"
                                + " where account_id = :id and by_mail")
                        .param("id", two.actor().accountId())
                        .query(String.class)
                        .single())
                .as("what was wanted by e-mail where the page does not ask")
                .isEqualTo("appeal_decided assigned disagreement mentioned moderated reassigned replied review_due"
                        + " second_review_wanted");
    }

    private long newest(Cast.Person person) {
        return jdbc.sql("select max(id) from notification where account_id = :id")
                .param("id", person.actor().accountId())
                .query(Long.class)
                .single();
    }

    private String page(Cast.Person reader, String path) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(get(path).with(user(reader.user()))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse post(Cast.Person by, String path, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.post(path).with(user(by.user())).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private void tell(Cast.Person by, Cast.Person... whom) {
        transaction.executeWithoutResult(change -> notifications.tell(
                List.of(whom).stream().map(person -> person.actor().accountId()).toList(),
                NotificationKind.ASSIGNED,
                claim,
                by.actor(),
                WORDING));
    }

    private List<String> told(Cast.Person person) {
        return jdbc.sql("select kind || ' by ' || by_name || ': ' || claim_wording from notification"
                        + " where account_id = :id and in_application order by id")
                .param("id", person.actor().accountId())
                .query(String.class)
                .list();
    }
}
