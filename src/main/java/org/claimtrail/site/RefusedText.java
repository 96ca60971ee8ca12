package org.claimtrail.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A reason or note that was refused for what it holds, to be shown again in a form of its own: the page it was typed on
 * would open without it.
 *
 * @param action where the form goes
 * @param name of the field
 * @param rest the form's other fields, which go along hidden
 */
record RefusedText(String action, String name, String value, List<KeptRequest.Field> rest) {

    private static final Set<String> REFUSALS =
            Set.of("support.reason.too-long", "support.not-storable", "claim.refused.note");
    private static final List<String> FIELDS = List.of("reason", "note");

    /** Null where the refusal is of something else, or a script has the form on its page still. */
    static @Nullable RefusedText of(Refused refused, HttpServletRequest request) {
        if (!REFUSALS.contains(refused.key()) || request.getHeader("HX-Request") != null) {
            return null;
        }
        return FIELDS.stream()
                .filter(field -> Texts.orNull(request.getParameter(field)) != null)
                .findFirst()
                .map(field -> new RefusedText(path(request), field, request.getParameter(field), rest(field, request)))
                .orElse(null);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static List<KeptRequest.Field> rest(String field, HttpServletRequest request) {
        List<KeptRequest.Field> rest = new ArrayList<>();
        for (Map.Entry<String, String[]> sent : request.getParameterMap().entrySet()) {
            if (!sent.getKey().equals(field) && !sent.getKey().equals("_csrf")) {
                for (String value : sent.getValue()) {
                    rest.add(new KeptRequest.Field(sent.getKey(), value));
                }
            }
        }
        return rest;
    }
}
