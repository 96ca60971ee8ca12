package org.claimtrail.export;

import java.io.UncheckedIOException;
import java.util.Map;
import org.claimtrail.account.Actor;
import org.claimtrail.account.DeskUser;
import org.claimtrail.audit.Audit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The address of the reviewers' decisions as training data, for admins. */
@RestController
class LabelController {

    private final Labels labels;
    private final Audit audit;
    private final Site site;

    LabelController(Labels labels, Audit audit, Site site) {
        this.labels = labels;
        this.audit = audit;
        this.site = site;
    }

    @GetMapping("/labels.jsonl")
    ResponseEntity<StreamingResponseBody> show(@AuthenticationPrincipal DeskUser user) {
        Actor actor = user.actor();
        String address = site.address();
        StreamingResponseBody body = out -> {
            try {
                long rows = labels.write(address, out);
                audit.record(
                        actor.id(),
                        actor.name(),
                        "labels_exported",
                        "labels.jsonl",
                        Map.of("rows", Long.toString(rows)));
            } catch (UncheckedIOException gone) {
                audit.record(actor.id(), actor.name(), "export_broken_off", "labels.jsonl", Map.of());
                throw gone.getCause();
            }
        };
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/jsonl;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("labels.jsonl")
                                .build()
                                .toString())
                .body(body);
    }
}
