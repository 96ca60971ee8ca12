package org.claimtrail.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.spec.SecretKeySpec;
import org.claimtrail.Cast;
import org.claimtrail.PostgresForTests;
import org.claimtrail.WholeApplication;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** One-time codes and recovery codes: what they open, once, and what stays shut before them. */
@WholeApplication
@TestPropertySource(
        properties = {
            "claimtrail.base-url=https://desk.example",
            "claimtrail.secret-key=a key of the tests, long enough to be taken"
        })
class OneTimeCodeTests {

    private static final int STEP = 30;

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SecondFactors factors;

    private Cast.Person person;
    private AccountBrowser browser;

    @BeforeEach
    void somebody() throws Exception {
        jdbc.sql("delete from sign_in_failure").update();
        person = cast.reviewer("Ada Rivers");
        browser = new AccountBrowser(mvc).signsIn(person.email(), Cast.PASSWORD);
    }

    @AfterEach
    void nobodyHasTo() {
        factors.require(cast.admin().actor(), false);
    }

    @Test
    void settingUpNeedsThePasswordAndAFirstCode() throws Exception {
        browser.send("/account/one-time-codes", "currentPassword", "not the one that it is");
        assertThat(browser.get("/account/one-time-codes").getRedirectedUrl()).isEqualTo("/account");

        byte[] secret = begins();
        MockHttpServletResponse picture = browser.get("/account/one-time-codes/qr.svg");
        assertThat(picture.getContentType()).startsWith("image/svg+xml");
        assertThat(picture.getHeader("Cache-Control")).contains("no-store");
        browser.send("/account/one-time-codes/confirmation", "code", other(code(secret, 0)));
        assertThat(new AccountBrowser(mvc)
                        .signsIn(person.email(), Cast.PASSWORD)
                        .isIn())
                .as("half set up, the password is enough")
                .isTrue();

        List<String> recovery = confirms(secret);
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(browser.get("/account/one-time-codes/qr.svg").getStatus())
                .as("the secret is not shown again")
                .isEqualTo(404);
        assertThat(browser.page("/account").text()).contains("10 are left.");
    }

    @Test
    void theSecretAndTheRecoveryCodesAreNotInTheDatabase() throws Exception {
        byte[] secret = begins();
        List<String> recovery = confirms(secret);
        byte[] sealed = jdbc.sql("select sealed from one_time_code where account_id = :id")
                .param("id", person.actor().accountId())
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
        List<byte[]> hashes = jdbc.sql("select code_hash from recovery_code where account_id = :id")
                .param("id", person.actor().accountId())
                .query((row, n) -> row.getBytes(1))
                .list();
        assertThat(hashes)
                .hasSize(10)
                .noneMatch(hash ->
                        recovery.stream().anyMatch(code -> Arrays.equals(hash, Secret.hash(code.replace("-", "")))));
    }

    @Test
    void thePasswordAloneOpensNothing() throws Exception {
        byte[] secret = begins();
        confirms(secret);
        AccountBrowser thief = new AccountBrowser(mvc);
        assertThat(thief.send("/sign-in", "email", person.email(), "password", Cast.PASSWORD)
                        .getRedirectedUrl())
                .isEqualTo("/sign-in/code");
        for (String page : List.of("/articles", "/claims", "/account", "/notifications", "/kept-texts", "/dashboard")) {
            MockHttpServletResponse answer = thief.get(page);
            assertThat(answer.getStatus()).as(page).isEqualTo(302);
            assertThat(answer.getRedirectedUrl()).as(page).contains("/sign-in");
        }
        assertThat(thief.page("/").text()).doesNotContain("Ada Rivers");
        assertThat(thief.send("/account/one-time-codes", "_method", "delete", "currentPassword", Cast.PASSWORD)
                        .getRedirectedUrl())
                .contains("/sign-in");
        assertThat(browser.page("/account").select("#main section[aria-labelledby=sessions-head] tbody tr"))
                .as("half signed in is no session of theirs")
                .hasSize(1);
    }

    @Test
    void aCodeSignsInOnceAndNotAgain() throws Exception {
        byte[] secret = begins();
        confirms(secret);
        String code = code(secret, 1);
        AccountBrowser first = new AccountBrowser(mvc).signsIn(person.email(), Cast.PASSWORD);
        assertThat(first.send("/sign-in/code", "code", code).getRedirectedUrl()).isEqualTo("/");
        assertThat(first.isIn()).isTrue();
        AccountBrowser second = new AccountBrowser(mvc).signsIn(person.email(), Cast.PASSWORD);
        second.send("/sign-in/code", "code", code);
        assertThat(second.isIn()).as("the same code again").isFalse();
        assertThat(second.page("/sign-in/code").text()).contains("was used already");
        second.send("/sign-in/code", "code", code(secret, -1));
        assertThat(second.isIn()).as("an earlier code").isFalse();
    }

    @Test
    void aCodeThatSeveralTypeAtOnceIsTakenOnce() throws Exception {
        byte[] secret = begins();
        confirms(secret);
        String code = code(secret, 1);
        SecondFactors.HalfSignedIn half =
                factors.begin((DeskUser) person.user()).orElseThrow();
        ExecutorService many = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                tries.add(() -> {
                    try {
                        return factors.finish(half, code) != null;
                    } catch (RuntimeException refused) {
                        return false;
                    }
                });
            }
            int in = 0;
            for (Future<Boolean> one : many.invokeAll(tries)) {
                in += one.get() ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        } finally {
            many.shutdown();
        }
    }

    @Test
    void codesCannotBeGuessedAtWill() throws Exception {
        byte[] secret = begins();
        confirms(secret);
        AccountBrowser thief = new AccountBrowser(mvc).signsIn(person.email(), Cast.PASSWORD);
        for (int i = 0; i <= SignInThrottle.FREE_FOR_ACCOUNT; i++) {
            thief.send("/sign-in/code", "code", other(code(secret, 1)));
        }
        thief.send("/sign-in/code", "code", code(secret, 1));
        assertThat(thief.isIn()).isFalse();
        assertThat(thief.page("/sign-in/code").text()).contains("Too many codes were wrong");
        assertThat(audited("second_factor_refused")).isEqualTo(SignInThrottle.FREE_FOR_ACCOUNT + 1);
    }

    @Test
    void aRecoveryCodeSignsInOnce() throws Exception {
        List<String> recovery = confirms(begins());
        AccountBrowser first = new AccountBrowser(mvc).signsIn(person.email(), Cast.PASSWORD);
        first.send("/sign-in/code", "code", recovery.get(0).toUpperCase(Locale.ROOT));
        assertThat(first.isIn()).isTrue();
        assertThat(first.page("/account").text()).contains("9 are left.");
        AccountBrowser second = new AccountBrowser(mvc).signsIn(person.email(), Cast.PASSWORD);
        second.send("/sign-in/code", "code", recovery.get(0));
        assertThat(second.isIn()).isFalse();
        assertThat(audited("recovery_code_used")).isOne();

        first.send("/account/recovery-codes", "currentPassword", Cast.PASSWORD);
        second.send("/sign-in/code", "code", recovery.get(1));
        assertThat(second.isIn()).as("a code of the old set").isFalse();
    }

    @Test
    void somebodyElsesCodesDoNotWork() throws Exception {
        List<String> recovery = confirms(begins());
        Cast.Person other = cast.reviewer("Somebody Else");
        AccountBrowser theirs = new AccountBrowser(mvc).signsIn(other.email(), Cast.PASSWORD);
        theirs.send("/account/one-time-codes", "currentPassword", Cast.PASSWORD);
        byte[] secret =
                decode(theirs.page("/account/one-time-codes").select("#secret").text());
        theirs.send("/account/one-time-codes/confirmation", "code", code(secret, 0));
        AccountBrowser half = new AccountBrowser(mvc).signsIn(other.email(), Cast.PASSWORD);
        half.send("/sign-in/code", "code", recovery.get(0));
        assertThat(half.isIn()).isFalse();
    }

    @Test
    void halfWayEndsWithTimeAndWithAChangedPasswordOrSuspension() throws Exception {
        byte[] secret = begins();
        confirms(secret);
        AccountBrowser half = new AccountBrowser(mvc).signsIn(person.email(), Cast.PASSWORD);
        browser.send(
                "/account/password",
                "currentPassword",
                Cast.PASSWORD,
                "password",
                "the lamp over the harbour",
                "passwordAgain",
                "the lamp over the harbour");
        assertThat(half.send("/sign-in/code", "code", code(secret, 1)).getRedirectedUrl())
                .isEqualTo("/sign-in?late");
        assertThat(half.isIn()).isFalse();
        SecondFactors.HalfSignedIn old = new SecondFactors.HalfSignedIn(
                person.actor().accountId(), 1, Instant.now().minusSeconds(601));
        assertThat(factors.waiting(old)).isFalse();
    }

    @Test
    void whereItIsDemandedWhoLacksOneIsLedToSetOneUp() throws Exception {
        Cast.Person admin = cast.admin();
        AccountBrowser admins = new AccountBrowser(mvc).signsIn(admin.email(), Cast.PASSWORD);
        admins.send("/settings/second-factor", "required", "true");
        assertThat(browser.get("/articles").getRedirectedUrl()).isEqualTo("/account");
        assertThat(browser.send("/claims/1/acceptance").getRedirectedUrl()).isEqualTo("/account");
        assertThat(browser.page("/account").text()).contains("Set one up first");
        confirms(begins());
        assertThat(browser.isIn()).isTrue();
        assertThat(admins.get("/settings").getRedirectedUrl())
                .as("the admin has none yet")
                .isEqualTo("/account");
    }

    @Test
    void theRuleOnlyGrows() {
        factors.require(cast.admin().actor(), true);
        for (String sql : List.of("update second_factor_rule set required = false", "delete from second_factor_rule")) {
            assertThatThrownBy(() -> PostgresForTests.owner().execute(sql)).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void anAdminTakesItAwayFromSomebodyWhoLostIt() throws Exception {
        confirms(begins());
        AccountBrowser admin = new AccountBrowser(mvc).signsIn(cast.admin().email(), Cast.PASSWORD);
        String path = "/accounts/" + person.actor().accountId() + "/second-factor";
        assertThat(admin.page("/accounts").select("form[action=" + path + "]")).hasSize(1);
        admin.send(path, "_method", "delete", "reason", "the telephone fell into the river");
        assertThat(browser.isIn()).as("the old session").isFalse();
        assertThat(new AccountBrowser(mvc)
                        .signsIn(person.email(), Cast.PASSWORD)
                        .isIn())
                .isTrue();
    }

    @Test
    void turningItOffNeedsThePassword() throws Exception {
        confirms(begins());
        browser.send("/account/one-time-codes", "_method", "delete", "currentPassword", "not the one that it is");
        assertThat(factors.state(person.actor().accountId()).any()).isTrue();
        browser.send("/account/one-time-codes", "_method", "delete", "currentPassword", Cast.PASSWORD);
        assertThat(factors.state(person.actor().accountId()).any()).isFalse();
        assertThat(factors.state(person.actor().accountId()).recoveryLeft()).isZero();
    }

    @Test
    void aSuspendedAccountIsAVisitorsWhateverSessionItHas() throws Exception {
        assertThat(browser.isIn()).isTrue();
        // As if a sign-in had been under way while the account was suspended.
        jdbc.sql("update account set status = 'suspended' where id = :id")
                .param("id", person.actor().accountId())
                .update();
        assertThat(browser.isIn()).isFalse();
        assertThat(browser.get("/verdicts").getStatus()).isEqualTo(200);
    }

    @Test
    void withoutASettingTheKeyIsAFileThatItsOwnerAloneCanRead(@TempDir Path folder) throws Exception {
        DeskKey key = new DeskKey("", folder.resolve("new"));
        byte[] sealed = key.seal("test", 7, new byte[] {1, 2, 3});
        Path file = folder.resolve("new/secret.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new DeskKey("", folder.resolve("new")).open("test", 7, sealed))
                .containsExactly(1, 2, 3);
        assertThat(key.open("test", 8, sealed)).as("of somebody else").isNull();
        assertThat(key.open("another", 7, sealed)).as("for something else").isNull();
        assertThat(new DeskKey("", folder.resolve("elsewhere")).open("test", 7, sealed))
                .as("with another key")
                .isNull();
        sealed[sealed.length - 1] ^= 1;
        assertThat(key.open("test", 7, sealed)).as("changed").isNull();
    }

    private byte[] begins() throws Exception {
        browser.send("/account/one-time-codes", "currentPassword", Cast.PASSWORD);
        Document page = browser.page("/account/one-time-codes");
        return decode(page.select("#secret").text());
    }

    private List<String> confirms(byte[] secret) throws Exception {
        MockHttpServletResponse answer = browser.send("/account/one-time-codes/confirmation", "code", code(secret, 0));
        return Jsoup.parse(answer.getContentAsString())
                .select(".recovery-codes code")
                .eachText();
    }

    /** @param steps how many steps from now */
    private static String code(byte[] secret, int steps) throws Exception {
        TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
        return String.format(
                Locale.ROOT,
                "%06d",
                generator.generateOneTimePassword(
                        new SecretKeySpec(secret, generator.getAlgorithm()),
                        Instant.now().plusSeconds((long) STEP * steps)));
    }

    private static String other(String code) {
        return code.equals("123456") ? "654321" : "123456";
    }

    private static byte[] decode(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char c : base32.toCharArray()) {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write((buffer >> bits) & 0xff);
            }
        }
        return bytes.toByteArray();
    }

    private int audited(String action) {
        return jdbc.sql("select count(*) from audit_entry where actor_id = :id and action = :action")
                .param("id", person.actor().accountId())
                .param("action", action)
                .query(Integer.class)
                .single();
    }
}
