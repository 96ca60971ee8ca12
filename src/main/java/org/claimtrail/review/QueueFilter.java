package org.claimtrail.review;

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
 * @param text words that stand in the wording or the claimant's name
 */
public record QueueFilter(
        @Nullable ClaimState state,
        @Nullable Long articleId,
        @Nullable Long assigneeId,
        @Nullable Kind kind,
        @Nullable String text) {

    public static final long NOBODY = 0;

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
        if (text != null) {
            conditions.add("c.search @@ websearch_to_tsquery('simple', :text)");
        }
        return conditions;
    }

    /** A condition on {@code claim c}, with the parameters of {@link #parameters()}. */
    String where() {
        List<String> conditions = conditions();
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
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
