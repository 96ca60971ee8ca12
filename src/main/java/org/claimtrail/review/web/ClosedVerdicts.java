package org.claimtrail.review.web;

import jakarta.servlet.http.HttpServletResponse;
import org.claimtrail.claim.ClaimState;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.history.History;
import org.claimtrail.support.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Knows which verdicts visitors read a notice in place of. */
@Component
class ClosedVerdicts {

    private final History history;

    ClosedVerdicts(History history) {
        this.history = history;
    }

    /**
     * Whether visitors read a notice in place of the verdict; puts it into the model and the status of the answer.
     *
     * @throws NotFound where it was never public
     */
    boolean closed(ClaimView claim, Model model, HttpServletResponse response) {
        boolean withdrawn = claim.state() == ClaimState.WITHDRAWN;
        if (!withdrawn && !claim.state().isPublic()) {
            throw new NotFound("verdict", claim.id());
        }
        if (!withdrawn && !claim.hidden()) {
            return false;
        }
        history.timeline(claim.id()).stream()
                .filter(r -> r.action().equals(withdrawn ? "withdrawn" : "hidden"))
                .reduce((earlier, later) -> later)
                .ifPresent(r -> {
                    model.addAttribute("closedAt", r.at());
                    model.addAttribute("reason", withdrawn ? r.reason() : null);
                });
        model.addAttribute("withdrawn", withdrawn && !claim.hidden());
        response.setStatus(HttpServletResponse.SC_GONE);
        return true;
    }
}
