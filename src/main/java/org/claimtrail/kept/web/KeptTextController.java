package org.claimtrail.kept.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.account.DeskUser;
import org.claimtrail.kept.KeptTexts;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What a page's script keeps while somebody types, and asks for when it opens. Each person's own only. */
@Controller
class KeptTextController {

    private static final int MAX_KEYS = 100;

    private final KeptTexts kept;

    KeptTextController(KeptTexts kept) {
        this.kept = kept;
    }

    /** What is sent to be kept. */
    record Typed(
            @Nullable String value,
            @Nullable Integer base,
            @Nullable String typedIn) {}

    /** What was kept; the age in milliseconds, since clocks differ. */
    record Kept(String value, @Nullable Integer base, String typedIn, long age) {}

    @GetMapping("/kept-texts")
    @ResponseBody
    Map<String, Kept> list(
            @RequestParam(name = "key", defaultValue = "") List<String> keys, @AuthenticationPrincipal DeskUser user) {
        Map<String, Kept> found = new LinkedHashMap<>();
        List<String> asked = keys.subList(0, Math.min(MAX_KEYS, keys.size()));
        kept.find(user.actor(), asked)
                .forEach(text -> found.put(
                        text.key(),
                        new Kept(
                                text.value(),
                                text.base(),
                                text.typedIn(),
                                text.age().toMillis())));
        return found;
    }

    @PutMapping("/kept-texts/{key}")
    ResponseEntity<Void> update(
            @PathVariable String key, @RequestBody Typed typed, @AuthenticationPrincipal DeskUser user) {
        if (typed.value() == null || typed.typedIn() == null) {
            return ResponseEntity.badRequest().build();
        }
        try {
            kept.keep(user.actor(), key, typed.value(), typed.base(), typed.typedIn());
            return ResponseEntity.noContent().build();
        } catch (Refused refused) {
            return ResponseEntity.badRequest().build();
        }
    }

    @DeleteMapping("/kept-texts/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String typedIn,
            @AuthenticationPrincipal DeskUser user) {
        kept.forget(user.actor(), key, typedIn);
    }
}
