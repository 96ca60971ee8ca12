package org.claimtrail.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Looks at a page as people do: on a desk and on a phone, in light and in dark. Each look is kept as
 * {@code target/screenshots/NAME-WIDTH-SCHEME.png}.
 */
final class Look {

    private static final List<Integer> WIDTHS = List.of(1280, 390);
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final List<String> STANDARDS = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

    private Look() {}

    static Path target() {
        return Path.of(System.getProperty("e2e.target", "target")).toAbsolutePath();
    }

    /**
     * Fails where a look breaks an accessibility rule, or where the page has to be scrolled sideways. The
     * narrow page is checked in light alone: what is dark about it was checked in the wide one.
     */
    static void at(Page page, String name) {
        List<String> wrong = new ArrayList<>();
        for (int width : WIDTHS) {
            page.setViewportSize(width, width == 390 ? 844 : 900);
            for (ColorScheme scheme : SCHEMES) {
                page.emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
                String look = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(target().resolve("screenshots").resolve(look + ".png")));
                if (width == 1280 || scheme == ColorScheme.LIGHT) {
                    for (Rule rule : violations(page)) {
                        wrong.add(look + ": " + rule.getId() + " (" + rule.getHelp() + ") at " + targets(rule));
                    }
                }
            }
            int over = (Integer)
                    page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0) {
                wrong.add(name + "-" + width + ": " + over + " px wider than the window");
            }
        }
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE));
        assertThat(wrong).as("what is wrong with the page %s", name).isEmpty();
    }

    /** The legacy mode leaves frames out, of which there are none, and is faster by far. */
    private static List<Rule> violations(Page page) {
        AxeResults results =
                new AxeBuilder(page).withTags(STANDARDS).setLegacyMode(true).analyze();
        assertThat(results.getPasses()).as("rules that were looked at").isNotEmpty();
        return results.getViolations();
    }

    private static String targets(Rule rule) {
        return rule.getNodes().stream()
                .map(CheckedNode::getTarget)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
