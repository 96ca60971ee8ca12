package org.claimtrail.review;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Immutable;

/** One label of a rating scale's version. */
@Entity
@Immutable
public class Rating {

    @Id
    private long id;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "rating_scale_id")
    private RatingScale scale;

    private String code;
    private String label;
    private RatingKind kind;

    @SuppressWarnings("NullAway.Init")
    protected Rating() {}

    public long id() {
        return id;
    }

    public RatingScale scale() {
        return scale;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public RatingKind kind() {
        return kind;
    }
}
