package org.claimtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A desk without a provider. */
@WholeApplication
class OidcOffTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Test
    void withoutAProviderThereIsNoButtonAndNoPage() throws Exception {
        AccountBrowser browser = new AccountBrowser(mvc);
        assertThat(browser.get("/sign-in").getContentAsString()).doesNotContain("/sign-in/provider");
        assertThat(browser.send("/sign-in/provider").getStatus()).isEqualTo(404);
        assertThat(browser.get("/sign-in/provider/callback?code=x&state=y").getStatus())
                .isEqualTo(404);
        browser.signsIn(cast.reviewer("Reviewer A").email(), Cast.PASSWORD);
        assertThat(browser.get("/account").getContentAsString()).doesNotContain("/account/provider");
        assertThat(browser.send("/account/provider", "currentPassword", Cast.PASSWORD)
                        .getStatus())
                .isEqualTo(404);
        assertThat(browser.send("/account/provider", "_method", "delete", "currentPassword", Cast.PASSWORD)
                        .getStatus())
                .isEqualTo(404);
    }
}
