package org.claimtrail.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: gives each request a reference for the log, and answers with 503 and what was typed while the
 * database does not answer, where even the session cannot be read.
 */
@Component
class OutageFilter extends OncePerRequestFilter {

    static final String REFERENCE = "reference";

    private static final String HEADER = "X-Request-Id";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);
    private static final long RETRY_AFTER = 10;

    private final BarePage pages;

    OutageFilter(BarePage pages) {
        this.pages = pages;
    }

    /** That of the proxy where it gives a plain one, else one of the desk's own. */
    private static String reference(HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        return given != null && WELL_FORMED.matcher(given).matches() ? given : References.next();
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(REFERENCE) == null) {
            request.setAttribute(REFERENCE, reference(request));
        }
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            ProtectiveHeaders.set(response);
        }
        String reference = String.valueOf(request.getAttribute(REFERENCE));
        MDC.put(REFERENCE, reference);
        response.setHeader(HEADER, reference);
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException problem) {
            if (response.isCommitted() || (problem instanceof IOException && !Outage.caused(problem))) {
                throw problem;
            }
            if (!Outage.caused(problem)) {
                // The server would log it too, but without the reference that the page shows.
                LOG.error("A request could not be answered", problem);
                response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                return;
            }
            LOG.warn("The database does not answer: {}", problem.getClass().getSimpleName());
            response.reset();
            response.setHeader(HEADER, reference);
            pages.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, RETRY_AFTER, "error/outage", Map.of());
        } finally {
            MDC.remove(REFERENCE);
        }
    }
}
