package org.claimtrail.review;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/** One version of a rating scale. */
@Entity
@Immutable
public class RatingScale {

    @Id
    private long id;

    private String code;
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected RatingScale() {}

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    /** Code and version, as the history keeps them: {@code desk/1}. */
    public String reference() {
        return code + "/" + version;
    }
}
