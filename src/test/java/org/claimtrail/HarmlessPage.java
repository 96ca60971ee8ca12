package org.claimtrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page as a browser would read it, that holds no element or attribute which only a stranger's text can have made. */
public final class HarmlessPage {

    private static final Set<String> NEVER =
            Set.of("iframe", "object", "embed", "base", "style", "marquee", "math", "noscript", "frame");

    private static final Set<String> LEADING = Set.of("href", "src", "action", "formaction", "xlink:href", "srcdoc");

    private final Document page;

    private HarmlessPage(Document page) {
        this.page = page;
    }

    /** @throws AssertionError where something on it would run, load or send what the desk did not put there */
    public static HarmlessPage of(String html) {
        Document page = Jsoup.parse(html);
        for (Element element : page.getAllElements()) {
            assertThat(NEVER).as(element.outerHtml()).doesNotContain(element.normalName());
            assertThat(element.is("b") && element.ownText().equals("b"))
                    .as(element.outerHtml())
                    .isFalse();
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                assertThat(name).as(element.outerHtml()).doesNotStartWith("on").isNotEqualTo("style");
                if (LEADING.contains(name)) {
                    assertThat(attribute.getValue())
                            .as(element.outerHtml())
                            .doesNotContainPattern("(?i)^[\\s\\p{Cntrl}]*(javascript|data|vbscript):");
                }
            }
        }
        for (Element script : page.select("script")) {
            if (!script.attr("type").equals("application/ld+json")) {
                assertThat(script.attr("src")).as(script.outerHtml()).matches("/[^/].*");
                assertThat(script.data()).isEmpty();
            }
        }
        assertThat(page.select("svg [href^=data], meta[http-equiv=refresh], form[action^=//]"))
                .isEmpty();
        return new HarmlessPage(page);
    }

    /** Whether a reader finds the text there, as text or as what stands in a field. */
    public boolean shows(String text) {
        return page.wholeText().contains(text)
                || page.select("input, textarea").stream()
                        .anyMatch(field -> field.val().contains(text));
    }
}
