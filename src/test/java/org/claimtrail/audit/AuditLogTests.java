package org.claimtrail.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.claimtrail.Cast;
import org.claimtrail.PostgresForTests;
import org.claimtrail.WholeApplication;
import org.claimtrail.support.Network;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the audit log takes down, how it is read, and that nobody changes it. */
@WholeApplication
@TestPropertySource(properties = {"claimtrail.limit.searches=1 in 1h", "claimtrail.limit.recorded-refusals=3 in 1h"})
class AuditLogTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    private Cast.Person admin;
    private long start;

    @BeforeEach
    void from() {
        jdbc.sql("delete from rate_limit").update();
        admin = cast.admin();
        start = jdbc.sql("select coalesce(max(id), 0) from audit_entry")
                .query(Long.class)
                .single();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String address) throws Exception {
        return mvc.perform(request.with(r -> {
                    r.setRemoteAddr(address);
                    return r;
                }))
                .andReturn()
                .getResponse();
    }

    private List<String> entries() {
        return jdbc.sql("select action || ' ' || actor_name || ' ' || subject || ' ' || coalesce(details ->>"
                        + " 'network', '') from audit_entry where id > :start order by id")
                .param("start", start)
                .query(String.class)
                .list();
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(URI.create(address)).with(user(admin.user())))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void signInsAreTakenDownWithTheirNetworkAndWithoutTheAddressOrWhatWasTyped() throws Exception {
        Cast.Person reviewer = cast.reviewer("Reviewer of the log");
        start = jdbc.sql("select max(id) from audit_entry").query(Long.class).single();
        send(
                post("/sign-in")
                        .param("email", reviewer.email())
                        .param("password", "wrong")
                        .with(csrf()),
                "198.51.100.77");
        send(
                post("/sign-in")
                        .param("email", "my secret password")
                        .param("password", "wrong")
                        .with(csrf()),
                "198.51.100.77");
        send(
                post("/sign-in")
                        .param("email", reviewer.email())
                        .param("password", Cast.PASSWORD)
                        .with(csrf()),
                "2001:db8:1:2::3");

        assertThat(entries())
                .containsExactly(
                        "sign_in_failed Visitor p…@desk.example 198.51.100.0/24",
                        "sign_in_failed Visitor  198.51.100.0/24",
                        "signed_in Reviewer of the log  2001:db8:1::/48");
    }

    @Test
    void refusalsAreTakenDownAndOfManySome() throws Exception {
        Cast.Person reviewer = cast.reviewer("Refused Reviewer");
        start = jdbc.sql("select max(id) from audit_entry").query(Long.class).single();
        for (int i = 0; i < 5; i++) {
            assertThat(send(get("/accounts").with(user(reviewer.user())), "198.51.100.77")
                            .getStatus())
                    .isEqualTo(403);
        }
        for (int i = 0; i < 4; i++) {
            send(get("/claims?q=x").with(user(reviewer.user())), "198.51.100.77");
        }
        send(post("/verdicts/1/flags").param("note", "x"), "198.51.100.78");

        String refused = "refused Refused Reviewer /accounts 198.51.100.0/24";
        assertThat(entries())
                .containsExactly(
                        refused,
                        refused,
                        refused,
                        "limited Refused Reviewer searches 198.51.100.0/24",
                        "refused Visitor /verdicts/1/flags 198.51.100.0/24");
    }

    @Test
    void itIsReadByKindPersonAndDayAndPageByPage() throws Exception {
        String name = "Person of Many Deeds";
        for (int i = 0; i < 150; i++) {
            audit.record(null, name, "exported", "file " + i, Map.of());
        }
        audit.record(null, name, "suspended", "somebody", Map.of());
        audit.record(null, "Somebody Else", "exported", "another file", Map.of());

        Document first = page("/audit?kind=exports&who=person%20of%20many%20deeds");
        assertThat(first.select("tbody tr")).hasSize(100);
        assertThat(first.select("tbody th").eachText()).containsOnly(name);
        assertThat(first.select("tbody tr").get(0).text()).contains("file 149");
        String next = first.select("a[rel=next]").attr("href");
        Document second = page(next);
        assertThat(second.select("tbody tr")).hasSize(50);
        assertThat(second.select("tbody tr").get(49).text()).contains("file 0");

        assertThat(page("/audit?who=" + name.replace(" ", "%20") + "&action=suspended")
                        .select("tbody tr"))
                .hasSize(1);
        assertThat(page("/audit?who=Person%20of%20Many%20Deeds&kind=moderation").select("tbody tr"))
                .isEmpty();
        assertThat(page("/audit?who=Person%20of%20Many%20Deeds&from=2100-01-01").select("tbody tr"))
                .isEmpty();
        assertThat(page("/audit?who=Person%20of%20Many%20Deeds&to=2000-01-01").select("tbody tr"))
                .isEmpty();
        assertThat(page("/audit?who=Person%20of%20Many%20Deeds&from=2000-01-01&to=2100-01-01")
                        .select("tbody tr"))
                .hasSize(100);
        for (String odd :
                List.of("kind=x", "from=yesterday", "to=%00", "who=%00", "action=%27--", "from=999999-01-01")) {
            assertThat(page("/audit?" + odd).select("tbody tr")).as(odd).isNotEmpty();
        }
    }

    @Test
    void itsFileHoldsNoFormulaAndIsItselfTakenDown() throws Exception {
        audit.record(null, "=Formula()", "exported", "+1", Map.of("q", "-2"));
        MvcResult begun = mvc.perform(
                        get(URI.create("/audit.csv?who=%3DFormula()")).with(user(admin.user())))
                .andReturn();
        begun.getAsyncResult();
        MockHttpServletResponse file =
                mvc.perform(asyncDispatch(begun)).andReturn().getResponse();

        assertThat(file.getContentType()).startsWith("text/csv");
        List<String> lines = file.getContentAsString().lines().toList();
        assertThat(lines.get(0)).isEqualTo("id,at,who,action,subject,details");
        assertThat(lines.get(1)).endsWith(",'=Formula(),exported,'+1,q=-2");
        assertThat(lines).hasSize(2);
        assertThat(entries().get(entries().size() - 1)).startsWith("exported Desk Admin audit.csv");
    }

    @Test
    void nobodyChangesIt() {
        audit.record(null, "Somebody", "exported", "a file", Map.of());
        for (String change :
                List.of("update audit_entry set subject = ''", "delete from audit_entry", "truncate audit_entry")) {
            assertThatThrownBy(() -> PostgresForTests.owner().execute(change))
                    .as(change)
                    .hasMessageContaining("only grows");
        }
    }

    @Test
    void networksAreCutAndWhatIsNoAddressIsNone() {
        assertThat(Network.shortened("198.51.100.77")).isEqualTo("198.51.100.0/24");
        assertThat(Network.shortened("::ffff:198.51.100.77")).isEqualTo("198.51.100.0/24");
        assertThat(Network.shortened("2001:db8:1:2:3:4:5:6")).isEqualTo("2001:db8:1::/48");
        assertThat(Network.shortened("fe80::1%eth0")).isEqualTo("fe80::/48");
        assertThat(Network.shortened("desk.example")).isEmpty();
        assertThat(Network.shortened(null)).isEmpty();
    }
}
