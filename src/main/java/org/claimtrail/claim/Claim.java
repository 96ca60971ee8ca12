package org.claimtrail.claim;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.claimtrail.account.Actor;
import org.claimtrail.history.Facts;
import org.claimtrail.support.Refused;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One checkable proposition, worded to stand alone, with the passage it was found in. Its verbs refuse bad moves. */
@Entity
public class Claim {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "claim_seq")
    @SequenceGenerator(name = "claim_seq", sequenceName = "claim_seq", allocationSize = 50)
    private @Nullable Long id;

    private long articleId;
    private long articleRevisionId;
    private int startAt;
    private ClaimState state;
    private Origin origin;
    private String wording;
    private Kind kind;
    private @Nullable String claimantName;
    private @Nullable String claimantRole;
    private @Nullable Double score;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private String[] reasons;

    private @Nullable Dismissal dismissal;
    private @Nullable String dismissalNote;
    private @Nullable Long assigneeId;
    private @Nullable LocalDate dueOn;
    private @Nullable Instant acceptedAt;
    private boolean hidden;
    private boolean locked;
    private Instant createdAt;
    private Instant changedAt;

    @Version
    private int version;

    @ElementCollection
    @CollectionTable(name = "passage_span", joinColumns = @JoinColumn(name = "claim_id"))
    @OrderColumn(name = "position")
    private List<PassageSpan> passage = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "claim_quantity", joinColumns = @JoinColumn(name = "claim_id"))
    @OrderColumn(name = "position")
    private List<ClaimQuantity> quantities = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "claim_time", joinColumns = @JoinColumn(name = "claim_id"))
    @OrderColumn(name = "position")
    private List<ClaimTime> times = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Claim() {}

    private Claim(
            long articleId,
            long articleRevisionId,
            Origin origin,
            Wording words,
            List<PassageSpan> passage,
            Instant now) {
        this.articleId = articleId;
        this.articleRevisionId = articleRevisionId;
        this.startAt = passage.stream().mapToInt(PassageSpan::startAt).min().orElseThrow();
        this.origin = origin;
        this.state = origin == Origin.SPLITTER ? ClaimState.PROPOSED : ClaimState.OPEN;
        this.wording = words.text();
        this.kind = words.kind();
        this.claimantName = words.claimantName();
        this.claimantRole = words.claimantRole();
        this.reasons = new String[0];
        this.passage.addAll(passage);
        this.createdAt = now;
        this.changedAt = now;
        this.acceptedAt = origin == Origin.HAND ? now : null;
    }

    /** A claim that the splitter found. */
    static Claim proposed(Proposal proposal, Instant now) {
        Claim claim = new Claim(
                proposal.articleId(),
                proposal.articleRevisionId(),
                Origin.SPLITTER,
                proposal.wording(),
                proposal.passage(),
                now);
        claim.score = proposal.score();
        claim.reasons = proposal.reasons().toArray(String[]::new);
        claim.quantities.addAll(proposal.quantities());
        claim.times.addAll(proposal.times());
        return claim;
    }

    /** A claim that a person marked in the text. */
    static Claim marked(long articleId, long articleRevisionId, Wording words, List<PassageSpan> passage, Instant now) {
        return new Claim(articleId, articleRevisionId, Origin.HAND, words, passage, now);
    }

    void accept(Instant now) {
        require(ClaimVerb.ACCEPT);
        state = ClaimState.OPEN;
        acceptedAt = now;
        changedAt = now;
    }

    void undoAccept(Instant now) {
        require(ClaimVerb.UNDO_ACCEPT);
        if (origin == Origin.HAND) {
            throw new Refused("claim.refused.marked-by-hand");
        }
        state = ClaimState.PROPOSED;
        acceptedAt = null;
        changedAt = now;
    }

    void dismiss(Dismissal why, @Nullable String note, Instant now) {
        require(ClaimVerb.DISMISS);
        state = ClaimState.DISMISSED;
        dismissal = why;
        dismissalNote = note;
        changedAt = now;
    }

    /** Takes a dismissed claim up again, in the state it was dismissed in. */
    void reconsider(Instant now) {
        require(ClaimVerb.RECONSIDER);
        state = acceptedAt == null ? ClaimState.PROPOSED : ClaimState.OPEN;
        dismissal = null;
        dismissalNote = null;
        changedAt = now;
    }

    public void reword(Wording words, Instant now) {
        require(ClaimVerb.REWORD);
        apply(words, now);
    }

    public void take(Actor reviewer, Instant now) {
        require(ClaimVerb.TAKE);
        state = ClaimState.IN_REVIEW;
        assigneeId = reviewer.accountId();
        changedAt = now;
    }

    /** Gives the claim back; only its assignee or an admin may. */
    public void release(Actor actor, Instant now) {
        require(ClaimVerb.RELEASE);
        if (!actor.is(assigneeId) && !actor.admin()) {
            throw new Refused("claim.refused.not-assignee");
        }
        state = ClaimState.OPEN;
        assigneeId = null;
        changedAt = now;
    }

    /**
     * Gives the claim to somebody to review it. An open claim may be given by anybody; one in review by its assignee or
     * an admin.
     */
    public void assign(Actor actor, long reviewerId, Instant now) {
        require(ClaimVerb.ASSIGN);
        if (assigneeId != null && !actor.is(assigneeId) && !actor.admin()) {
            throw new Refused("claim.refused.not-assignee");
        }
        state = ClaimState.IN_REVIEW;
        assigneeId = reviewerId;
        changedAt = now;
    }

    /** Sets the day by which the checking should be done; null for none. */
    public void setDue(@Nullable LocalDate day, Instant now) {
        require(ClaimVerb.SET_DUE);
        dueOn = day;
        changedAt = now;
    }

    /** Hands the draft to another reviewer, who does not see it. */
    public void submit(Instant now) {
        require(ClaimVerb.SUBMIT);
        state = ClaimState.SECOND_REVIEW;
        changedAt = now;
    }

    /** Takes the draft back before anybody rated the claim too. */
    public void recall(Instant now) {
        require(ClaimVerb.RECALL);
        state = ClaimState.IN_REVIEW;
        changedAt = now;
    }

    /** Publishes what was rated twice: by the same second rating, or by an adjudication. */
    public void publishAfterSecondReview(ClaimVerb by, Instant now) {
        require(by);
        state = ClaimState.PUBLISHED;
        changedAt = now;
    }

    public void publish(Instant now) {
        require(ClaimVerb.PUBLISH);
        state = ClaimState.PUBLISHED;
        changedAt = now;
    }

    /** Marks the public verdict as changed; the wording may be corrected with it. */
    public void correct(@Nullable Wording words, Instant now) {
        require(ClaimVerb.CORRECT);
        if (words != null) {
            apply(words, now);
        }
        state = ClaimState.CORRECTED;
        changedAt = now;
    }

    public void withdraw(Instant now) {
        require(ClaimVerb.WITHDRAW);
        state = ClaimState.WITHDRAWN;
        changedAt = now;
    }

    public void hide(boolean hide, Instant now) {
        hidden = hide;
        changedAt = now;
    }

    public void lock(boolean lock, Instant now) {
        locked = lock;
        changedAt = now;
    }

    private void apply(Wording words, Instant now) {
        if (words.equals(wording())) {
            return;
        }
        wording = words.text();
        kind = words.kind();
        claimantName = words.claimantName();
        claimantRole = words.claimantRole();
        changedAt = now;
    }

    /**
     * Refuses what cannot be done in this state.
     *
     * @throws Refused with a sentence that names the verb and the state
     */
    public void require(ClaimVerb verb) {
        if (!verb.allowedIn(state)) {
            throw new Refused("claim.refused.state", "#claim.verb." + verb.code(), "#claim.state." + state.code());
        }
    }

    /** What the history keeps of the claim itself. */
    public Facts facts() {
        return Facts.builder()
                .with("state", state)
                .with("wording", wording)
                .with("kind", kind)
                .with("claimant.name", claimantName)
                .with("claimant.role", claimantRole)
                .with("passage", exact())
                .with(
                        "passage.offsets",
                        passage.stream().map(s -> s.startAt() + "-" + s.endAt()).collect(Collectors.joining(" ")))
                .with("dismissal", dismissal)
                .with("dismissal.note", dismissalNote)
                .with("assignee", assigneeId == null ? null : assigneeId.toString())
                .with("due", dueOn)
                .with("hidden", hidden)
                .with("locked", locked)
                .build();
    }

    /** The passage's words; an ellipsis where it has several spans. */
    public String exact() {
        return passage.stream().map(PassageSpan::exact).collect(Collectors.joining(" … "));
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    public long articleId() {
        return articleId;
    }

    public long articleRevisionId() {
        return articleRevisionId;
    }

    public ClaimState state() {
        return state;
    }

    public Wording wording() {
        return new Wording(wording, kind, claimantName, claimantRole);
    }

    public @Nullable Long assigneeId() {
        return assigneeId;
    }

    public boolean hidden() {
        return hidden;
    }

    public boolean locked() {
        return locked;
    }
}
