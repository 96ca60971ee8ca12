package org.claimtrail.review.web;

import java.util.Arrays;
import java.util.List;
import org.claimtrail.review.CorrectionTier;
import org.claimtrail.review.CorrectionView;
import org.claimtrail.review.Corrections;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All corrections of this desk, for readers. */
@Controller
class CorrectionController {

    private static final int PAGE = 20;

    private final Corrections corrections;

    CorrectionController(Corrections corrections) {
        this.corrections = corrections;
    }

    @GetMapping("/corrections")
    String list(
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        CorrectionTier asked = tier(tier);
        List<CorrectionView> found = corrections.page(asked, number(before), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<CorrectionView> rows = more ? found.subList(0, PAGE) : found;
        model.addAttribute("tiers", CorrectionTier.values());
        model.addAttribute("tier", asked);
        model.addAttribute("rows", rows);
        if (more) {
            String same = asked == null ? "?before=" : "?tier=" + asked.code() + "&before=";
            model.addAttribute(
                    "next", "/corrections" + same + rows.get(PAGE - 1).id());
        }
        return "review/corrections";
    }

    private static @Nullable CorrectionTier tier(@Nullable String typed) {
        String text = Texts.orNull(typed);
        if (text == null) {
            return null;
        }
        return Arrays.stream(CorrectionTier.values())
                .filter(tier -> tier.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refused("verdict.refused.filter", "tier", text.replace('#', ' ')));
    }

    private static @Nullable Long number(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
    }
}
