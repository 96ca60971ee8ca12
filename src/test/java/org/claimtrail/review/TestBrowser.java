package org.claimtrail.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimtrail.Cast;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A person's signed-in session: opens pages and sends their forms with what is typed into them. */
final class TestBrowser {

    private final MockMvc mvc;
    private final Cast.Person person;
    private final Cookie session;

    TestBrowser(MockMvc mvc, Cast.Person person) throws Exception {
        this.mvc = mvc;
        this.person = person;
        this.session = Objects.requireNonNull(mvc.perform(post("/sign-in")
                        .param("email", person.email())
                        .param("password", Cast.PASSWORD)
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getCookie("SESSION"));
    }

    String name() {
        return person.actor().name();
    }

    /** A form as it stands on a page: where it goes and what it holds. */
    record Form(String action, Map<String, List<String>> fields) {

        static @Nullable Form of(Document page, String end) {
            for (FormElement form : page.select("main form[action]").forms()) {
                if (form.attr("action").endsWith(end)) {
                    Map<String, List<String>> fields = new LinkedHashMap<>();
                    form.formData()
                            .forEach(field -> fields.computeIfAbsent(field.key(), key -> new ArrayList<>())
                                    .add(field.value()));
                    fields.remove("_csrf");
                    return new Form(form.attr("action"), fields);
                }
            }
            return null;
        }

        int base() {
            return Integer.parseInt(Objects.requireNonNull(fields.get("base")).get(0));
        }
    }

    Document open(String address) throws Exception {
        MvcResult result = mvc.perform(get(address).cookie(session)).andReturn();
        assertThat(result.getResponse().getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    MvcResult send(Form form, Map<String, String> typed) throws Exception {
        MockHttpServletRequestBuilder request = post(form.action());
        form.fields().forEach((name, values) -> {
            if (!typed.containsKey(name)) {
                request.param(name, values.toArray(String[]::new));
            }
        });
        typed.forEach(request::param);
        return mvc.perform(request.cookie(session).with(csrf())).andReturn();
    }
}
