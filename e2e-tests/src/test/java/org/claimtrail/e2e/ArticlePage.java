package org.claimtrail.e2e;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;

/** The page of an article with its claims, as somebody has it open. */
record ArticlePage(Person reader) {

    /** What is highlighted, for each claim the words of its marks in the order of the text. */
    @SuppressWarnings("unchecked")
    List<String> highlighted() {
        return (List<String>) reader.page().evaluate("""
                () => {
                  const words = new Map();
                  for (const mark of document.querySelectorAll('[data-article-text] mark[data-claims]')) {
                    for (const id of mark.dataset.claims.split(' ')) words.set(id, (words.get(id) ?? '') + mark.innerText);
                  }
                  return [...words.values()];
                }""");
    }

    /** The card of the first claim that has these words. */
    Locator card(String words) {
        return reader.page()
                .locator("[data-claim]", new Page.LocatorOptions().setHasText(words))
                .first();
    }

    /** The card of a claim, by the claim's path. */
    Locator cardOf(String claim) {
        return reader.page().locator("#claim-" + claim.substring(claim.lastIndexOf('/') + 1));
    }

    /** The path of the first claim that has these words. */
    String claimOf(String words) {
        return "/claims/" + card(words).getAttribute("data-claim");
    }

    /** Drags the mouse from the first to the last of the words, which stand in one piece of text. */
    void select(String words) {
        Page page = reader.page();
        page.locator("[data-article-text]").scrollIntoViewIfNeeded();
        ElementHandle text = page.locator("[data-article-text]").elementHandle();
        text.evaluate(
                "(root, words) => [...root.querySelectorAll('p')].find(p => p.innerText.includes(words)).scrollIntoView({block: 'center'})",
                words);
        BoundingBox from = box(text, words, 0);
        BoundingBox to = box(text, words, words.length() - 1);
        page.mouse().move(from.x + 1, from.y + from.height / 2);
        page.mouse().down();
        page.mouse().move(to.x, to.y + to.height / 2);
        page.mouse().move(to.x + to.width, to.y + to.height / 2);
        page.mouse().up();
    }

    @SuppressWarnings("unchecked")
    private static BoundingBox box(ElementHandle text, String words, int at) {
        List<Object> found = (List<Object>) text.evaluate("""
                (root, [words, at]) => {
                  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
                  while (walker.nextNode()) {
                    const start = walker.currentNode.data.indexOf(words);
                    if (start < 0) continue;
                    const range = document.createRange();
                    range.setStart(walker.currentNode, start + at);
                    range.setEnd(walker.currentNode, start + at + 1);
                    const box = range.getBoundingClientRect();
                    return [box.x, box.y, box.width, box.height];
                  }
                  throw new Error('These words do not stand in one piece of text: ' + words);
                }""", List.of(words, at));
        double[] sizes =
                found.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
        BoundingBox box = new BoundingBox();
        box.x = sizes[0];
        box.y = sizes[1];
        box.width = sizes[2];
        box.height = sizes[3];
        return box;
    }
}
