package org.claimtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimtrail.WholeApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A desk whose provider is not there: no server listens at that port. */
@WholeApplication
@TestPropertySource(
        properties = {
            "claimtrail.oidc.issuer=http://localhost:1",
            "claimtrail.oidc.client-id=desk",
            "claimtrail.oidc.client-secret=secret",
            "claimtrail.oidc.name=the newsroom",
            "claimtrail.oidc.admin-groups=chiefs",
            "claimtrail.limit.sign-ins=2 in 10m"
        })
class OidcOutageTests {

    @Autowired
    MockMvc mvc;

    @Test
    void theDeskStartsAndThePageSaysWhatIsWrong() throws Exception {
        AccountBrowser browser = new AccountBrowser(mvc);
        assertThat(browser.page("/sign-in").text()).contains("Sign in with the newsroom");
        assertThat(browser.send("/sign-in/provider").getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(browser.page("/sign-in").select(".errors").text())
                .isEqualTo("At the moment the newsroom cannot be reached. Try again later, or sign in another way.");
        browser.send("/sign-in/provider");
        assertThat(browser.send("/sign-in/provider").getStatus())
                .as("beyond the limit")
                .isEqualTo(429);
    }
}
