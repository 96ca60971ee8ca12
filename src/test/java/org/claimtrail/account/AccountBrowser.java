package org.claimtrail.account;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A browser that holds a session, as everybody's does: signed in or not. */
final class AccountBrowser {

    private final MockMvc mvc;
    private final String agent;
    private @Nullable Cookie session;

    AccountBrowser(MockMvc mvc, String agent) {
        this.mvc = mvc;
        this.agent = agent;
    }

    AccountBrowser(MockMvc mvc) {
        this(mvc, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    }

    AccountBrowser signsIn(String email, String password) throws Exception {
        send("/sign-in", "email", email, "password", password);
        return this;
    }

    MockHttpServletResponse get(String address) throws Exception {
        return perform(MockMvcRequestBuilders.get(address));
    }

    Document page(String address) throws Exception {
        return Jsoup.parse(get(address).getContentAsString());
    }

    MockHttpServletResponse send(String address, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(address).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return perform(request);
    }

    /** Whether pages of the desk open. */
    boolean isIn() throws Exception {
        return get("/articles").getStatus() == 200;
    }

    MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        if (session != null) {
            request.cookie(session);
        }
        MockHttpServletResponse answer =
                mvc.perform(request.header("User-Agent", agent)).andReturn().getResponse();
        Cookie given = answer.getCookie("SESSION");
        if (given == null) {
            given = answer.getCookie("__Host-SESSION");
        }
        if (given != null) {
            session = given.getMaxAge() == 0 ? null : given;
        }
        return answer;
    }
}
