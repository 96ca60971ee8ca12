package org.claimtrail.article;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.claimtrail.intake.Original;
import org.claimtrail.intake.TextFingerprint;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One immutable text of an article, with the bytes it was read from. */
@Entity
@Immutable
class ArticleRevision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long articleId;
    private int number;
    private String text;
    private String textSha256;
    private byte[] original;
    private String originalSha256;
    private String mediaType;
    private ObtainedBy obtainedBy;
    private @Nullable String obtainedFrom;
    private Instant obtainedAt;

    @SuppressWarnings("NullAway.Init")
    protected ArticleRevision() {}

    ArticleRevision(long articleId, String text, Original original, ObtainedBy by, @Nullable String from, Instant now) {
        this.articleId = articleId;
        this.number = 1;
        this.text = text;
        this.textSha256 = TextFingerprint.sha256(text);
        this.original = original.bytes();
        this.originalSha256 = original.sha256();
        this.mediaType = original.mediaType();
        this.obtainedBy = by;
        this.obtainedFrom = from;
        this.obtainedAt = now;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    String text() {
        return text;
    }

    byte[] original() {
        return original;
    }
}
