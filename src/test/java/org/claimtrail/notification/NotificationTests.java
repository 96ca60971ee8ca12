package org.claimtrail.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.claimtrail.account.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What people are told in the application. */
@WholeApplication
class NotificationTests {

    private static final String WORDING = "The bridge cost 14,000 crowns.";

    @Autowired
    Cast cast;

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
