package org.claimtrail.article;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.claimtrail.account.Actor;
import org.jspecify.annotations.Nullable;

/** The thing under review: what is known of it. Its text stands in {@link ArticleRevision}. */
@Entity
class Article {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String title;
    private @Nullable String publisher;
    private @Nullable String author;
    private @Nullable String address;
    private @Nullable LocalDate publishedOn;
    private String language;
    private Instant createdAt;
    private @Nullable Long createdBy;
    private String createdByName;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Article() {}

    Article(ArticleDetails details, String language, Actor actor, Instant now) {
        this.title = details.title();
        this.publisher = details.publisher();
        this.author = details.author();
        this.address = details.address();
        this.publishedOn = details.publishedOn();
        this.language = language;
        this.createdAt = now;
        this.createdBy = actor.id();
        this.createdByName = actor.name();
    }

    void describe(ArticleDetails details) {
        title = details.title();
        publisher = details.publisher();
        author = details.author();
        address = details.address();
        publishedOn = details.publishedOn();
    }

    ArticleDetails details() {
        return new ArticleDetails(title, publisher, author, address, publishedOn);
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    String title() {
        return title;
    }

    int version() {
        return version;
    }
}
