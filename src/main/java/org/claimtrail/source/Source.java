package org.claimtrail.source;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A document that evidence is taken from, known by its address. */
@Entity
public class Source {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String address;
    private String title;
    private @Nullable String publisher;
    private @Nullable LocalDate publishedOn;
    private Instant createdAt;
    private @Nullable Long createdBy;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Source() {}

    /** Corrects what is known of the document. Whoever calls records it in the history of the claims that use it. */
    public void describe(SourceDetails details) {
        title = details.title();
        publisher = details.publisher();
        publishedOn = details.publishedOn();
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    public String address() {
        return address;
    }

    public SourceDetails details() {
        return new SourceDetails(title, publisher, publishedOn);
    }
}
