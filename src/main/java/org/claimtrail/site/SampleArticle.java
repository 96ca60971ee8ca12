package org.claimtrail.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.claimtrail.account.Accounts;
import org.claimtrail.account.Actor;
import org.claimtrail.article.ArticleDetails;
import org.claimtrail.article.Articles;
import org.claimtrail.article.ObtainedBy;
import org.claimtrail.intake.Original;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Puts one article on a new desk that keeps its own data, so that the first page shows what the product does. */
@Component
class SampleArticle implements ApplicationRunner {

    private final Articles articles;
    private final Accounts accounts;
    private final boolean wanted;

    SampleArticle(Articles articles, Accounts accounts, @Value("${spring.datasource.url:}") String configuredDatabase) {
        this.articles = articles;
        this.accounts = accounts;
        this.wanted = configuredDatabase.isEmpty();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!wanted || !accounts.none() || !articles.none()) {
            return;
        }
        String text = text();
        ArticleDetails details = new ArticleDetails(
                "Geneva talks on Ukraine end with a promise to talk again",
                "Claimtrail sample",
                null,
                null,
                LocalDate.of(2022, 1, 21));
        Original original = Original.of(text.getBytes(StandardCharsets.UTF_8), "text/plain;charset=UTF-8");
        articles.take(Actor.CLAIMTRAIL, details, new Articles.Incoming(text, "en", original, ObtainedBy.SAMPLE, null));
    }

    private static String text() {
        try (InputStream in = SampleArticle.class.getResourceAsStream("sample-article.txt")) {
            if (in == null) {
                throw new IllegalStateException("sample-article.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
