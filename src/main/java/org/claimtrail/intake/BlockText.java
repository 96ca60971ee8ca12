package org.claimtrail.intake;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Writes an element as plain text: one line a block (paragraph, heading, list item, table row), LF between blocks and
 * none at the end. White space within a block, no-break spaces too, becomes one space; characters without a width that
 * only steer line breaking are dropped.
 */
final class BlockText implements NodeVisitor {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern BREAK_HINTS = Pattern.compile("[\\u00ad\\u200b\\ufeff]");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> MORE_BLOCKS = Set.of("br", "tr", "dt", "dd", "figcaption", "caption", "option");

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder line = new StringBuilder();

    private int preformatted;

    private BlockText() {}

    static String of(Element element) {
        BlockText text = new BlockText();
        element.traverse(text);
        text.endLine();
        return text.out.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(text);
        } else {
            preformatted += isPreformatted(node) ? 1 : 0;
            border(node);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        preformatted -= isPreformatted(node) ? 1 : 0;
        border(node);
    }

    private static boolean isPreformatted(Node node) {
        return node.normalName().equals("pre");
    }

    private void append(TextNode node) {
        if (preformatted == 0) {
            line.append(node.getWholeText());
            return;
        }
        String[] lines = node.getWholeText().split("\\R", -1);
        line.append(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            endLine();
            line.append(lines[i]);
        }
    }

    private void border(Node node) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (CELLS.contains(element.normalName())) {
            line.append(' ');
        } else if (element.isBlock() || MORE_BLOCKS.contains(element.normalName())) {
            endLine();
        }
    }

    private void endLine() {
        String block = SPACE.matcher(BREAK_HINTS.matcher(line).replaceAll(""))
                .replaceAll(" ")
                .strip();
        line.setLength(0);
        if (!TextRules.isBlank(block)) {
            out.append(out.isEmpty() ? "" : "\n").append(block);
        }
    }
}
