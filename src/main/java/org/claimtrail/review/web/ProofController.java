package org.claimtrail.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.claim.ClaimCatalog;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.history.Hash;
import org.claimtrail.history.History;
import org.claimtrail.history.Revision;
import org.claimtrail.proof.Proofs;
import org.claimtrail.support.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Lets readers check that the public revisions of a verdict are under the newest checkpoint. */
@Controller
class ProofController {

    private final ClaimCatalog claims;
    private final ClosedVerdicts closed;
    private final History history;
    private final Proofs proofs;
    private final Sentences sentences;

    ProofController(ClaimCatalog claims, ClosedVerdicts closed, History history, Proofs proofs, Sentences sentences) {
        this.claims = claims;
        this.closed = closed;
        this.history = history;
        this.proofs = proofs;
        this.sentences = sentences;
    }

    @GetMapping("/verdicts/{id}/proof")
    String show(@PathVariable long id, Model model, HttpServletResponse response) {
        ClaimView claim = claims.find(id);
        if (closed.closed(claim, model, response)) {
            return "review/verdict-closed";
        }
        Proofs.Proof proof = proof(id);
        model.addAttribute("claim", claim);
        model.addAttribute("wording", claim.wording());
        model.addAttribute("proof", proof);
        model.addAttribute(
                "sentences",
                proof.inclusions().stream()
                        .map(i -> RevisionLine.of(i.revision(), sentences).sentence())
                        .toList());
        return "review/verdict-proof";
    }

    @GetMapping(path = "/verdicts/{id}/proof.json", produces = "application/json")
    @ResponseBody
    @Nullable
    Map<String, Object> data(@PathVariable long id, HttpServletResponse response) {
        if (closed.closed(claims.find(id), new ExtendedModelMap(), response)) {
            return null;
        }
        Proofs.Proof proof = proof(id);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("claim", id);
        json.put(
                "checkpoint",
                proof.checkpoint() == null ? null : proof.checkpoint().asJson());
        json.put(
                "revisions",
                proof.inclusions().stream().map(ProofController::json).toList());
        json.put(
                "not_yet_covered",
                proof.uncovered().stream().map(Revision::number).toList());
        return json;
    }

    private Proofs.Proof proof(long id) {
        List<Revision> all = history.timeline(id);
        return proofs.of(id, all.stream().filter(PublicHistory.of(all)).toList());
    }

    private static Map<String, Object> json(Proofs.Inclusion inclusion) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", inclusion.revision().number());
        json.put("position", inclusion.position());
        json.put("hash", inclusion.revision().hash().hex());
        json.put("leaf", inclusion.leaf().hex());
        json.put("audit_path", inclusion.path().stream().map(Hash::hex).toList());
        json.put("included", inclusion.included());
        return json;
    }
}
