package org.claimtrail.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.claimtrail.account.Accounts;
import org.claimtrail.account.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** E-mails, as a mail server gets them. */
@WholeApplication
@DirtiesContext
class MailTests {

    private static final int PORT = freePort();
    private static final String WORDING = "The bridge cost 14,000 crowns.";
    private static final Duration QUIET = Duration.ofMillis(900);

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> PORT);
        properties.add("claimtrail.base-url", () -> "https://desk.example/");
        properties.add("claimtrail.mail.from", () -> "Claimtrail <desk@desk.example>");
        properties.add("claimtrail.mail.retry-after", () -> "100ms");
        properties.add("claimtrail.jobs.polling-interval", () -> "100ms");
        properties.add("claimtrail.jobs.heartbeat", () -> "1s");
    }

    @Autowired
    Cast cast;

    @Autowired
    Notifications notifications;

    @Autowired
    NotificationList list;

    @Autowired
    Preferences preferences;

    @Autowired
    MailDelivery delivery;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private GreenMail server = server();
    private Cast.Person reader;
    private Actor writer;
    private long claim;

    @BeforeEach
    void people() {
        server.start();
        reader = cast.reviewer("Reader");
        writer = cast.reviewer("Writer").actor();
        claim = cast.openClaim(writer);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void oneArrivesForWhatWasDone() throws Exception {
        tell(WORDING);

        until(() -> arrived().size() == 1);
        MimeMessage mail = arrived().get(0);
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(reader.email());
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Claimtrail <desk@desk.example>");
        assertThat(mail.getSubject()).isEqualTo("Writer named you in a discussion: " + WORDING);
        assertThat(mail.isMimeType("text/plain")).isTrue();
        assertThat(mail.getContent().toString())
                .contains("Writer named you in a discussion.")
                .contains(WORDING)
                .contains("\nhttps://desk.example/claims/" + claim + "/discussion")
                .contains("https://desk.example/notifications/settings");
        assertThat(mail.getMessageID()).isEqualTo(stored("message_id")).endsWith("@desk.example>");
        until(() -> !stored("sent_at").isEmpty());
        staysAt(1);
    }

    @Test
    void oneThatTheServerWouldNotTakeArrivesOnceWhenItDoes() throws Exception {
        server.stop();
        tell(WORDING);
        until(() -> Integer.parseInt(stored("attempts")) >= 2);
        assertThat(stored("last_error")).isNotBlank();
        String before = stored("message_id");

        server = server();
        server.start();

        until(() -> arrived().size() == 1);
        assertThat(arrived().get(0).getMessageID()).isEqualTo(before);
        until(() -> stored("last_error").isEmpty());
        staysAt(1);
    }

    @Test
    void noneArrivesThatWasTurnedOff() throws Exception {
        preferences.save(reader.actor(), List.of(new Preference(NotificationKind.MENTIONED, true, false)));
        tell(WORDING);
        assertThat(told("in_application")).containsExactly("true");

        preferences.save(reader.actor(), List.of(new Preference(NotificationKind.MENTIONED, false, false)));
        tell(WORDING);
        assertThat(told("in_application")).containsExactly("true");

        staysAt(0);
    }

    @Test
    void oneArrivesOfWhatIsNotShownInTheApplication() {
        preferences.save(reader.actor(), List.of(new Preference(NotificationKind.MENTIONED, false, true)));
        tell(WORDING);

        until(() -> arrived().size() == 1);
        assertThat(told("in_application")).containsExactly("false");
        assertThat(list.unread(reader.actor().accountId())).isZero();
        assertThat(list.page(reader.actor().accountId(), null, 10)).isEmpty();
    }

    @Test
    void theJobIsPartOfTheChangeAndNoneArrivesOfWhatWasNotKept(@Autowired PlatformTransactionManager transactions)
            throws Exception {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        until(() -> jobs() == 0);
        transaction.executeWithoutResult(change -> {
            notifications.tell(List.of(reader.actor().accountId()), NotificationKind.MENTIONED, claim, writer, WORDING);
            assertThat(jobs()).as("jobs that the change itself sees").isOne();
            Integer seenByOthers = apart.execute(other -> jobs());
            assertThat(seenByOthers).as("jobs that others see").isZero();
            change.setRollbackOnly();
        });

        assertThat(jobs()).isZero();
        staysAt(0);
    }

    @Test
    void aSuspendedPersonGetsNone() throws Exception {
        server.stop();
        tell(WORDING);
        until(() -> Integer.parseInt(stored("attempts")) >= 1);
        accounts.suspend(cast.admin().actor(), reader.actor().accountId(), "left the desk");
        server = server();
        server.start();

        until(() -> !stored("given_up_at").isEmpty());
        staysAt(0);
    }

    @Test
    void oneThatIsTooOldIsGivenUpAndTheAuditLogSaysSo() {
        server.stop();
        tell(WORDING);
        until(() -> Integer.parseInt(stored("attempts")) >= 1);
        jdbc.sql("update mail set created_at = created_at - interval '5 days' where account_id = :id")
                .param("id", reader.actor().accountId())
                .update();

        until(() -> !stored("given_up_at").isEmpty());
        assertThat(jdbc.sql("select subject from audit_entry where action = 'mail_given_up' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("Reader");
    }

    @Test
    void eachArrivesOnceHoweverManyProcessesSend(@Autowired DataSource source, @Autowired Task<Void> sendMail)
            throws Exception {
        JobSettings often = new JobSettings(Duration.ofMillis(50), Duration.ofSeconds(1));
        Scheduler second = JobConfiguration.scheduler(source, List.of(sendMail), List.of(), often);
        second.start();
        try {
            for (int i = 0; i < 20; i++) {
                tell(WORDING);
            }
            until(() -> arrived().size() >= 20);
            staysAt(20);
        } finally {
            second.stop();
        }
        List<String> ids = new ArrayList<>();
        for (MimeMessage mail : arrived()) {
            ids.add(mail.getMessageID());
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void oneThatTwoProcessesSendAtOnceArrivesOnce() throws Exception {
        server.stop();
        tell(WORDING);
        until(() -> Integer.parseInt(stored("attempts")) >= 1);
        long mail = Long.parseLong(stored("id"));
        server = server();
        server.start();

        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> delivery.deliver(mail)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        staysAt(1);
    }

    @Test
    void noWordingAndNoNameBeginsAHeader() throws Exception {
        writer = new Actor(writer.id(), "Eve\r\nBcc: everybody@desk.example", false);
        tell("Kept?\r\nX-Made-Up: yes\n\n" + "and very long, ".repeat(20));

        until(() -> arrived().size() == 1);
        MimeMessage mail = arrived().get(0);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X-Made-Up")).isNull();
        assertThat(mail.getSubject())
                .startsWith("Eve Bcc: everybody@desk.example named you in a discussion: Kept? X-Made-Up: yes")
                .endsWith("…")
                .hasSizeLessThan(160);
    }

    private void tell(String wording) {
        transaction.executeWithoutResult(change -> notifications.tell(
                List.of(reader.actor().accountId()), NotificationKind.MENTIONED, claim, writer, wording));
    }

    private int jobs() {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'send_mail'")
                .query(Integer.class)
                .single();
    }

    private List<MimeMessage> arrived() {
        return Stream.of(server.getReceivedMessages())
                .filter(mail -> to(mail).contains(reader.email()))
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return String.join(",", mail.getHeader("To"));
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String stored(String column) {
        return jdbc.sql("select coalesce(" + column + "::text, '') from mail where account_id = :id")
                .param("id", reader.actor().accountId())
                .query(String.class)
                .single();
    }

    private List<String> told(String column) {
        return jdbc.sql("select " + column + "::text from notification where account_id = :id")
                .param("id", reader.actor().accountId())
                .query(String.class)
                .list();
    }

    /** After a while there are as many as before. */
    private void staysAt(int number) throws InterruptedException {
        Thread.sleep(QUIET.toMillis());
        assertThat(arrived()).hasSize(number);
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static GreenMail server() {
        return new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
