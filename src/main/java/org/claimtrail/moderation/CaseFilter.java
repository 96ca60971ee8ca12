package org.claimtrail.moderation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Which open cases the queue shows; null means all.
 *
 * @param readers whether only cases that a reader flagged, or only those that nobody but the desk flagged
 */
public record CaseFilter(
        Target.@Nullable Kind kind,
        @Nullable Problem problem,
        @Nullable Boolean readers) {

    public static final CaseFilter ALL = new CaseFilter(null, null, null);

    /** As an address has it; what is none of the known words counts as not set. */
    public static CaseFilter of(@Nullable String kind, @Nullable String problem, @Nullable String by) {
        String who = Texts.orEmpty(by);
        return new CaseFilter(
                Arrays.stream(Target.Kind.values())
                        .filter(k -> k.code().equals(Texts.orEmpty(kind)))
                        .findFirst()
                        .orElse(null),
                Arrays.stream(Problem.values())
                        .filter(p -> p.code().equals(Texts.orEmpty(problem)))
                        .findFirst()
                        .orElse(null),
                who.equals("readers") ? Boolean.TRUE : who.equals("desk") ? Boolean.FALSE : null);
    }

    /** A condition on {@code moderation_case k}. */
    String where() {
        StringBuilder where = new StringBuilder("k.closed_at is null");
        if (kind != null) {
            where.append(
                    switch (kind) {
                        case CLAIM -> " and k.claim_id is not null and num_nonnulls(k.evidence_id, k.comment_id) = 0";
                        case EVIDENCE -> " and k.evidence_id is not null";
                        case COMMENT -> " and k.comment_id is not null";
                        case ACCOUNT -> " and k.account_id is not null";
                    });
        }
        if (problem != null) {
            where.append(" and exists (select 1 from flag f where f.case_id = k.id and f.problem = :problem)");
        }
        if (readers != null) {
            where.append(readers ? " and" : " and not")
                    .append(" exists (select 1 from flag f where f.case_id = k.id and f.raised_by is null)");
        }
        return where.toString();
    }

    Map<String, Object> parameters() {
        return problem == null ? Map.of() : Map.of("problem", problem.code());
    }

    /** The filters that are set, as an address has them. */
    public Map<String, String> asQuery() {
        Map<String, String> query = new LinkedHashMap<>();
        if (kind != null) {
            query.put("kind", kind.code());
        }
        if (problem != null) {
            query.put("problem", problem.code());
        }
        if (readers != null) {
            query.put("by", readers ? "readers" : "desk");
        }
        return query;
    }
}
