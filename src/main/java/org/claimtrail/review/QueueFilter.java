package org.claimtrail.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.claim.ClaimState;
import org.claimtrail.claim.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which claims a queue shows; null means all.
 *
 * @param assigneeId an account; {@link #NOBODY} for claims that nobody has taken
 * @param view what is asked for with one press
 * @param reader for whom
 * @param text words that stand in the wording or the claimant's name
 */
public record QueueFilter(
        @Nullable ClaimState state,
        @Nullable Long articleId,
        @Nullable Long assigneeId,
        @Nullable Kind kind,
        @Nullable String text,
        @Nullable QueueView view,
        long reader) {

    public static final long NOBODY = 0;

    /** All claims of one view. */
    public static QueueFilter of(QueueView view, long reader) {
        return new QueueFilter(null, null, null, null, null, view, reader);
    }

    /** All claims in one state. */
    public static QueueFilter of(ClaimState state, long reader) {
        return new QueueFilter(state, null, null, null, null, null, reader);
    }

    private List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        if (state != null) {
            conditions.add("c.state = :state");
        }
        if (articleId != null) {
            conditions.add("c.article_id = :article");
        }
        if (assigneeId != null) {
            conditions.add(
                    assigneeId == NOBODY ? "c.assignee_id is null and c.state = 'open'" : "c.assignee_id = :assignee");
        }
        if (kind != null) {
            conditions.add("c.kind = :kind");
        }
        if (view != null) {
            conditions.add(view.condition());
        }
        if (text != null) {
            conditions.add("c.search @@ websearch_to_tsquery('simple', :text)");
            conditions.add("hidden_notice(c.id, 'wording', 0) is null");
        }
        return conditions;
    }

    /** A condition on {@code claim c}, with the parameters of {@link #parameters()}. */
    String where() {
        List<String> conditions = conditions();
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    /** @param now to tell what is overdue or stale; days are counted in UTC */
    Map<String, Object> parameters(Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("reader", reader);
        parameters.put("today", LocalDate.ofInstant(now, ZoneOffset.UTC));
        parameters.put(
                "staleBefore",
                OffsetDateTime.ofInstant(now.minus(QueueView.STALE_DAYS, ChronoUnit.DAYS), ZoneOffset.UTC));
        put(parameters, "state", state == null ? null : state.code());
        put(parameters, "article", articleId);
        put(parameters, "assignee", assigneeId);
        put(parameters, "kind", kind == null ? null : kind.code());
        put(parameters, "text", text);
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
