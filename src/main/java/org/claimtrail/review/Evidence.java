package org.claimtrail.review;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import org.claimtrail.account.Actor;
import org.claimtrail.history.Facts;
import org.claimtrail.source.Source;
import org.claimtrail.source.SourceDetails;
import org.jspecify.annotations.Nullable;

/** The use of a source for a claim. */
@Entity
class Evidence {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long claimId;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "source_id")
    private Source source;

    private Stance stance;
    private String quotedPassage;
    private String note;
    private boolean removed;
    private Instant createdAt;
    private @Nullable Long createdBy;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Evidence() {}

    Evidence(long claimId, Source source, EvidenceText text, Actor actor, Instant now) {
        this.claimId = claimId;
        this.source = source;
        this.stance = text.stance();
        this.quotedPassage = text.quotedPassage();
        this.note = text.note();
        this.createdAt = now;
        this.createdBy = actor.id();
    }

    void change(EvidenceText text) {
        stance = text.stance();
        quotedPassage = text.quotedPassage();
        note = text.note();
    }

    void remove() {
        removed = true;
    }

    void putBack(EvidenceText text) {
        removed = false;
        change(text);
    }

    Facts facts() {
        String name = "evidence." + id() + ".";
        SourceDetails details = source.details();
        return Facts.builder()
                .with(name + "address", source.address())
                .with(name + "title", details.title())
                .with(name + "publisher", details.publisher())
                .with(name + "published", details.publishedOn())
                .with(name + "stance", stance)
                .with(name + "quote", quotedPassage)
                .with(name + "note", note)
                .build();
    }

    EvidenceText text() {
        return new EvidenceText(stance, quotedPassage, note);
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    long claimId() {
        return claimId;
    }

    Source source() {
        return source;
    }

    boolean removed() {
        return removed;
    }
}
