package org.claimtrail.export;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.claimtrail.account.Actor;
import org.claimtrail.account.DeskUser;
import org.claimtrail.review.VerdictFilter;
import org.claimtrail.review.VerdictQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The address of the verdict export. */
@RestController
class ExportController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final VerdictExport export;
    private final RevisionExport revisions;
    private final CorrectionExport corrections;
    private final ExportLog log;
    private final Site site;

    ExportController(
            VerdictExport export, CorrectionExport corrections, RevisionExport revisions, ExportLog log, Site site) {
        this.export = export;
        this.revisions = revisions;
        this.corrections = corrections;
        this.log = log;
        this.site = site;
    }

    @GetMapping("/verdicts.csv")
    ResponseEntity<StreamingResponseBody> show(
            VerdictQuery asked,
            @RequestParam(defaultValue = "data") String profile,
            @AuthenticationPrincipal @Nullable DeskUser user) {
        VerdictFilter filter = asked.filter();
        ExportProfile chosen = profile(profile);
        String address = site.address();
        Writing writing = out -> export.write(filter, chosen, address, out);
        return file(fileName(filter), logged("verdicts.csv", filter.asQuery(), chosen, user, writing));
    }

    @GetMapping("/corrections.csv")
    ResponseEntity<StreamingResponseBody> corrections(
            @RequestParam(defaultValue = "data") String profile, @AuthenticationPrincipal @Nullable DeskUser user) {
        ExportProfile chosen = profile(profile);
        String address = site.address();
        Writing writing = out -> corrections.write(chosen, address, out);
        return file("corrections.csv", logged("corrections.csv", Map.of(), chosen, user, writing));
    }

    /** Every revision with every checkpoint, to be verified elsewhere. */
    @GetMapping("/revisions.csv")
    ResponseEntity<StreamingResponseBody> revisions(@AuthenticationPrincipal DeskUser user) {
        Writing writing = out -> revisions.write(user.actor(), out);
        return file("revisions.csv", logged("revisions.csv", Map.of(), ExportProfile.DATA, user, writing));
    }

    /** The same, and the checkpoints by themselves, in less bytes. */
    @GetMapping("/history.zip")
    ResponseEntity<StreamingResponseBody> history(@AuthenticationPrincipal DeskUser user) {
        Writing writing = out -> revisions.writeZip(user.actor(), out);
        return file("history.zip", ZIP, logged("history.zip", Map.of(), ExportProfile.DATA, user, writing));
    }

    /** What writes a file, and throws an {@link UncheckedIOException} where its reader has gone. */
    private interface Writing {
        VerdictExport.Written to(OutputStream out);
    }

    /** Writes the file and enters it in the audit log, also one that is broken off. */
    private StreamingResponseBody logged(
            String name, Map<String, String> filters, ExportProfile profile, @Nullable DeskUser user, Writing writing) {
        Actor actor = user == null ? Actor.VISITOR : user.actor();
        return out -> {
            try {
                log.enter(actor, name, filters, profile, writing.to(out));
            } catch (UncheckedIOException gone) {
                log.enterBrokenOff(actor, name, filters, profile);
                throw gone.getCause();
            }
        };
    }

    private static ExportProfile profile(String asked) {
        return asked.equals("spreadsheet") ? ExportProfile.SPREADSHEET : ExportProfile.DATA;
    }

    private static ResponseEntity<StreamingResponseBody> file(String name, StreamingResponseBody body) {
        return file(name, CSV, body);
    }

    private static ResponseEntity<StreamingResponseBody> file(String name, MediaType type, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }

    /** The filters stand in the file's name, so that two downloads are told apart. */
    private static String fileName(VerdictFilter filter) {
        String filters = filter.asQuery().entrySet().stream()
                .map(f -> f.getKey() + "-" + f.getValue())
                .collect(Collectors.joining("_"))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_-]+", "-");
        if (filters.length() > 100) {
            filters = filters.substring(0, 100);
        }
        return filters.isEmpty() ? "verdicts.csv" : "verdicts_" + filters + ".csv";
    }
}
