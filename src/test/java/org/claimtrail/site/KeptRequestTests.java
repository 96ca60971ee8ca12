package org.claimtrail.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.claimtrail.Cast;
import org.claimtrail.WholeApplication;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A form that is sent after its session ended: nothing of it is lost. */
@WholeApplication
class KeptRequestTests {

    private static final String EXPLANATION = "The archive holds the bill, and \"the sum\" <is> 14,000 crowns 🕊️.";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private Cast.Person reviewer;
    private @Nullable Cookie session;

    @BeforeEach
    void aReviewer() {
        reviewer = cast.reviewer("Reviewer K");
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder form) throws Exception {
        MockHttpServletRequestBuilder request = form.header("Sec-Fetch-Site", "same-origin");
        if (session != null) {
            request.cookie(session);
        }
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        Cookie given = answer.getCookie("SESSION");
        if (given != null) {
            session = given;
        }
        return answer;
    }

    private MockHttpServletResponse signIn() throws Exception {
        return send(post("/sign-in")
                .param("email", reviewer.email())
                .param("password", Cast.PASSWORD)
                .with(csrf()));
    }

    private Document kept() throws Exception {
        return Jsoup.parse(send(get("/kept")).getContentAsString());
    }

    @Test
    void whatWasTypedComesBackAfterSigningInAndStaysOverAReload() throws Exception {
        long claim = cast.claimInReview(reviewer.actor());
        MockHttpServletResponse refused = send(post("/claims/" + claim + "/draft")
                .param("explanation", EXPLANATION)
                .with(csrf()));
        assertThat(refused.getRedirectedUrl()).isEqualTo("/sign-in?kept");

        assertThat(signIn().getRedirectedUrl()).endsWith("/kept");

        for (int reload = 0; reload < 2; reload++) {
            Document page = kept();
            assertThat(page.select("main form[action=/claims/" + claim + "/draft] textarea[name=explanation]")
                            .val())
                    .isEqualTo(EXPLANATION);
        }
    }

    @Test
    void aFormThatTakesSomethingBackIsKeptAsWhatItIs() throws Exception {
        long claim = cast.publishedClaim(reviewer.actor());
        String form = "/claims/" + claim + "/evidence/1";
        send(post(form)
                .param("_method", "delete")
                .param("reason", "The page was a parody all along.")
                .with(csrf()));
        signIn();

        Document page = kept();

        assertThat(page.select("main form[action=" + form + "] input[name=_method]")
                        .val())
                .isEqualTo("delete");
        assertThat(page.select("textarea[name=reason]").val()).isEqualTo("The page was a parody all along.");
    }

    @Test
    void itIsGoneOnceItIsDiscarded() throws Exception {
        long claim = cast.claimInReview(reviewer.actor());
        send(post("/claims/" + claim + "/draft")
                .param("explanation", EXPLANATION)
                .with(csrf()));
        signIn();

        send(post("/kept").param("_method", "delete").with(csrf()));

        assertThat(send(get("/kept")).getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void aPasswordIsNeverKept() throws Exception {
        send(post("/accounts/invitations")
                .param("password", "open sesame")
                .param("note", "a long enough note")
                .with(csrf()));
        signIn();

        assertThat(kept().select("main [name]").eachAttr("name"))
                .contains("note")
                .doesNotContain("password");
    }

    @Test
    void aFormOfAnotherSiteIsNotKept() throws Exception {
        MockHttpServletResponse refused = mvc.perform(post("/claims/1/draft")
                        .header("Sec-Fetch-Site", "cross-site")
                        .param("explanation", EXPLANATION)
                        .with(csrf()))
                .andReturn()
                .getResponse();

        assertThat(Objects.requireNonNull(refused.getRedirectedUrl())).endsWith("/sign-in");
    }
}
