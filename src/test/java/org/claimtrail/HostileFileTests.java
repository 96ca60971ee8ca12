package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Files that are more, or something else, than they say. */
@WholeApplication
class HostileFileTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private Cast.Person reviewer;
    private long unique;

    @BeforeEach
    void aReviewer() {
        reviewer = cast.reviewer("Reviewer A");
        unique = System.nanoTime();
    }

    @Test
    void anEntityOfAnUploadedPageIsNotLookedUp() throws Exception {
        String page = "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY e SYSTEM 'file:///etc/passwd'>"
                + "<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><html><body><p>The bridge &e; &b; cost 14,000 crowns"
                + " in the year of number " + unique + ".</p></body></html>";
        MockHttpServletResponse answer =
                upload("page.xhtml", "application/xhtml+xml", page.getBytes(StandardCharsets.UTF_8));
        if (answer.getRedirectedUrl() != null) {
            String shown = get(answer.getRedirectedUrl()).getContentAsString();
            assertThat(shown).doesNotContain("root:", "hahahaha");
        }
        assertThat(answer.getContentAsString()).doesNotContain("root:", "hahahaha");
    }

    @ParameterizedTest
    @ValueSource(strings = {"story.txt.gz", "story.zip", "story.txt", "story.html"})
    void aPackedFileIsNotUnpackedAndNotTaken(String name) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[64 << 20]);
        }
        long articles = articles();
        MockHttpServletResponse answer = upload(name, "text/plain", packed.toByteArray());
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(articles()).isEqualTo(articles);
    }

    @Test
    void theNameOfAnUploadedFileLeadsNowhere() throws Exception {
        String name = "../../../../etc/cron.d/x\r\nX-Hit: 1\";filename=y.html";
        MockHttpServletResponse answer = upload(
                name,
                "text/plain",
                ("The bridge cost 14,000 crowns, says file " + unique + ".").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.getStatus()).isEqualTo(302);
        String article = Objects.requireNonNull(answer.getRedirectedUrl());
        assertThat(article).matches("/articles/\\d+");
        MockHttpServletResponse original = get(article + "/original");
        assertThat(original.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"article-" + article.substring(10) + "-original.bin\"");
        assertThat(original.getContentType()).isEqualTo(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        assertThat(original.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private MockHttpServletResponse upload(String name, String type, byte[] bytes) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.multipart("/articles")
                        .file(new MockMultipartFile("file", name, type, bytes))
                        .param("how", "file")
                        .with(csrf())
                        .with(user(reviewer.user())))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(path).with(user(reviewer.user())))
                .andReturn()
                .getResponse();
    }

    private long articles() {
        return jdbc.sql("select count(*) from article").query(Long.class).single();
    }
}
