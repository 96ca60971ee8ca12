package org.claimtrail.review;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.claim.ClaimState;
import org.jspecify.annotations.Nullable;

/**
 * Which public verdicts a list or an export holds; null means all. Hidden claims are never among them.
 *
 * @param rating a rating's code
 * @param reviewerId the first reviewer's account
 * @param from the first day of publication, in UTC
 * @param to the last day of publication, in UTC
 * @param status published or corrected
 * @param text words that stand in the wording or the claimant's name
 */
public record VerdictFilter(
        @Nullable Long articleId,
        @Nullable String rating,
        @Nullable Long reviewerId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable ClaimState status,
        @Nullable String text) {

    public static final VerdictFilter ALL = new VerdictFilter(null, null, null, null, null, null, null);

    /** A condition on {@code claim c}, {@code verdict v} and {@code rating r}, with {@link #parameters()}. */
    public String where() {
        List<String> conditions = new ArrayList<>();
        conditions.add("c.state in ('published', 'corrected') and not c.hidden and v.published_at is not null");
        if (articleId != null) {
            conditions.add("c.article_id = :article");
        }
        if (rating != null) {
            conditions.add("v.rating_id in (select id from rating where code = :rating)");
        }
        if (reviewerId != null) {
            conditions.add("v.first_reviewer_id = :reviewer");
        }
        if (from != null) {
            conditions.add("v.published_at >= :from");
        }
        if (to != null) {
            conditions.add("v.published_at < :to");
        }
        if (status != null) {
            conditions.add("c.state = :status");
        }
        if (text != null) {
            conditions.add("c.search @@ websearch_to_tsquery('simple', :text)");
            conditions.add("hidden_notice(c.id, 'wording', 0) is null");
        }
        return String.join(" and ", conditions);
    }

    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        put(parameters, "article", articleId);
        put(parameters, "rating", rating);
        put(parameters, "reviewer", reviewerId);
        put(parameters, "from", from == null ? null : from.atStartOfDay().atOffset(ZoneOffset.UTC));
        put(parameters, "to", to == null ? null : to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC));
        put(parameters, "status", status == null ? null : status.code());
        put(parameters, "text", text);
        return parameters;
    }

    /** The filters that are set, as an address has them. */
    public Map<String, String> asQuery() {
        Map<String, String> query = new LinkedHashMap<>();
        putText(query, "article", articleId);
        putText(query, "rating", rating);
        putText(query, "reviewer", reviewerId);
        putText(query, "from", from);
        putText(query, "to", to);
        putText(query, "status", status == null ? null : status.code());
        putText(query, "q", text);
        return query;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    private static void putText(Map<String, String> query, String name, @Nullable Object value) {
        if (value != null) {
            query.put(name, value.toString());
        }
    }
}
