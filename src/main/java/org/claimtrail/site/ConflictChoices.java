package org.claimtrail.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns what the page of two saves sends into what the form itself would have sent: of {@code mine.X}, {@code theirs.X}
 * and {@code own.X} the one that {@code choice.X} names becomes {@code X}. Without a choice it is mine.
 */
@Component
class ConflictChoices extends OncePerRequestFilter {

    private static final String MINE = "mine.";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean chosen = request.getMethod().equals("POST")
                && (type == null || !type.startsWith("multipart/"))
                && request.getParameterMap().keySet().stream().anyMatch(name -> name.startsWith(MINE));
        chain.doFilter(chosen ? new Chosen(request, chosen(request)) : request, response);
    }

    private static Map<String, String[]> chosen(HttpServletRequest request) {
        Map<String, String[]> fields = new LinkedHashMap<>(request.getParameterMap());
        for (String sent : request.getParameterMap().keySet()) {
            if (sent.startsWith(MINE)) {
                String name = sent.substring(MINE.length());
                String choice = Objects.requireNonNullElse(request.getParameter("choice." + name), "mine");
                String value = request.getParameter(choice + "." + name);
                fields.put(name, new String[] {value == null ? request.getParameter(sent) : value});
                for (String way : new String[] {"mine.", "theirs.", "own.", "choice."}) {
                    fields.remove(way + name);
                }
            }
        }
        return fields;
    }

    /** The request with those fields in place of its own. */
    private static final class Chosen extends HttpServletRequestWrapper {

        private final Map<String, String[]> fields;

        Chosen(HttpServletRequest request, Map<String, String[]> fields) {
            super(request);
            this.fields = Collections.unmodifiableMap(fields);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = fields.get(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return fields;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(fields.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return fields.get(name);
        }
    }
}
