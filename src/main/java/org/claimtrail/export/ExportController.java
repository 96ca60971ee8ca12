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

    private final VerdictExport export;
    private final CorrectionExport corrections;
    private final ExportLog log;
    private final Site site;

    ExportController(VerdictExport export, CorrectionExport corrections, ExportLog log, Site site) {
        this.export = export;
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
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8;header=present"))
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
