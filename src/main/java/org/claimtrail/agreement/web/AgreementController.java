package org.claimtrail.agreement.web;

import java.util.List;
import org.claimtrail.agreement.Agreements;
import org.claimtrail.figure.Period;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How far first and second ratings agree, for those who work here. Its filters are in the address. */
@Controller
class AgreementController {

    private final Agreements agreements;
    private final Sentences sentences;

    AgreementController(Agreements agreements, Sentences sentences) {
        this.agreements = agreements;
        this.sentences = sentences;
    }

    /** The filters as typed into the address. */
    record Asked(
            @Nullable String from,
            @Nullable String to,
            @Nullable String scale) {

        Period period() {
            return Period.parse(from, to);
        }

        @Nullable
        Long scaleId() {
            String text = Texts.orNull(scale);
            if (text != null && !text.matches("\\d{1,18}")) {
                throw new Refused("agreement.refused.scale");
            }
            return text == null ? null : Long.valueOf(text);
        }

        public boolean any() {
            return Texts.orNull(from) != null || Texts.orNull(to) != null || Texts.orNull(scale) != null;
        }
    }

    @GetMapping("/agreement")
    String list(Asked asked, Model model) {
        List<AgreementSection> sections = agreements.in(asked.period(), asked.scaleId()).stream()
                .map(agreement -> AgreementSection.of(agreement, sentences))
                .toList();
        model.addAttribute("asked", asked);
        model.addAttribute("sections", sections);
        model.addAttribute("scales", agreements.scales());
        model.addAttribute("most", sections.size() < Agreements.MOST ? null : Agreements.MOST);
        return "agreement/list";
    }
}
