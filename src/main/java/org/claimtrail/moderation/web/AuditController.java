package org.claimtrail.moderation.web;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.claimtrail.account.DeskUser;
import org.claimtrail.audit.Audit;
import org.claimtrail.audit.AuditEntry;
import org.claimtrail.audit.AuditFilter;
import org.claimtrail.audit.AuditKind;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/** The audit log, for admins. */
@Controller
class AuditController {

    private static final int PAGE = 100;

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    /** What was asked for: codes, a name, days; what is none counts as not asked. */
    record Asked(
            @Nullable String kind,
            @Nullable String action,
            @Nullable String who,
            @Nullable String from,
            @Nullable String to) {

        AuditFilter filter(List<String> actions) {
            String chosen = Texts.orNull(action);
            return new AuditFilter(
                    Stream.of(AuditKind.values())
                            .filter(k -> k.code().equals(kind))
                            .findFirst()
                            .orElse(null),
                    chosen != null && actions.contains(chosen) ? chosen : null,
                    who == null || Texts.unstorable(who) ? null : Texts.orNull(who.strip()),
                    day(from),
                    day(to));
        }

        private static @Nullable LocalDate day(@Nullable String text) {
            try {
                LocalDate day = text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
                // What PostgreSQL has days for.
                return day == null || day.getYear() < 1 || day.getYear() > 9999 ? null : day;
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }

    @GetMapping("/audit")
    String list(Asked asked, @RequestParam(required = false) @Nullable Long before, Model model) {
        List<String> actions = audit.actions();
        AuditFilter filter = asked.filter(actions);
        List<AuditEntry> found = audit.page(filter, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        model.addAttribute("entries", more ? found.subList(0, PAGE) : found);
        model.addAttribute("actions", actions);
        model.addAttribute("kinds", AuditKind.values());
        model.addAttribute("filter", filter);
        model.addAttribute("csv", address("/audit.csv", filter, null));
        if (more) {
            model.addAttribute(
                    "next", address("/audit", filter, found.get(PAGE - 1).id()));
        }
        return "moderation/audit";
    }

    @GetMapping("/audit.csv")
    ResponseEntity<StreamingResponseBody> download(Asked asked, @AuthenticationPrincipal DeskUser user) {
        AuditFilter filter = asked.filter(audit.actions());
        Map<String, String> details = new TreeMap<>(query(filter));
        StreamingResponseBody body = out -> {
            try {
                details.put("rows", Long.toString(audit.write(filter, out)));
                record(user, "exported", details);
            } catch (IOException gone) {
                record(user, "export_broken_off", details);
                throw gone;
            }
        };
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8;header=present"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("audit.csv")
                                .build()
                                .toString())
                .body(body);
    }

    private void record(DeskUser user, String action, Map<String, String> details) {
        audit.record(user.actor().id(), user.actor().name(), action, "audit.csv", details);
    }

    private static String address(String path, AuditFilter filter, @Nullable Long before) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, String> query = query(filter);
        query.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        if (before != null) {
            address.queryParam("before", before);
        }
        return address.encode().buildAndExpand(query).toUriString();
    }

    private static Map<String, String> query(AuditFilter filter) {
        Map<String, String> query = new TreeMap<>();
        put(query, "kind", filter.kind() == null ? null : filter.kind().code());
        put(query, "action", filter.action());
        put(query, "who", filter.who());
        put(query, "from", filter.from());
        put(query, "to", filter.to());
        return query;
    }

    private static void put(Map<String, String> query, String name, @Nullable Object value) {
        if (value != null) {
            query.put(name, value.toString());
        }
    }
}
