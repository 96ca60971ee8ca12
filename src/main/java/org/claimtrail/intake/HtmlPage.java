package org.claimtrail.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A web page, of which the article is wanted and the navigation, advertising and scripts are not. */
final class HtmlPage {

    private static final Logger log = LoggerFactory.getLogger(HtmlPage.class);

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** What no reader of the page sees, and advertising. */
    private static final String UNSEEN = "script, style, noscript, template, svg, iframe, object, embed, form, button,"
            + " select, textarea, dialog, .visually-hidden, .sr-only, .screen-reader-text, .advertisement, .advert,"
            + " .ad-slot, ins.adsbygoogle";

    /** What is unseen unless a script changes it; the root and the body are spared, since scripts often do. */
    private static final String HIDDEN =
            "[hidden], [aria-hidden=true]," + " [style~=(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden)]";

    /** Page furniture, dropped where the whole body has to serve as the article. */
    private static final String FURNITURE = "nav, aside, footer, [role=navigation]";

    /** Above this a page is no article, and to parse it could take minutes. */
    private static final int MAX_TAGS = 100_000;

    /** Above this many elements, or ancestors of them all, the search for the article could take minutes. */
    private static final int MAX_ELEMENTS = 20_000;

    private static final int MAX_ANCESTORS = 400_000;

    private final Document document;
    private final @Nullable String address;

    private HtmlPage(Document document, @Nullable String address) {
        this.document = document;
        this.address = address;
    }

    /**
     * Decodes by byte order mark, then the declared character set, then the page's own declaration, then UTF-8; a page
     * that declares nothing and is not UTF-8 is read as windows-1252, and so is one that says Latin-1, as browsers do.
     */
    static HtmlPage parse(byte[] file, @Nullable Charset declared, @Nullable String address) {
        boolean wide = TextDecoder.isWide(declared) || TextDecoder.isWide(TextDecoder.byteOrderMark(file));
        if (FileKind.looksBinary(file) && !wide) {
            throw new IntakeRefused("intake.refused.binary");
        }
        if (tags(file) > MAX_TAGS) {
            throw new IntakeRefused("intake.refused.too-many-tags", MAX_TAGS);
        }
        Document document = parse(file, declared == null ? null : declared.name());
        Charset used = document.charset();
        boolean latin1 = used.equals(StandardCharsets.ISO_8859_1) || used.equals(StandardCharsets.US_ASCII);
        boolean guessed = declared == null
                && used.equals(StandardCharsets.UTF_8)
                && TextDecoder.strictly(file, StandardCharsets.UTF_8) == null
                && document.select("meta[charset], meta[http-equiv=content-type]")
                        .isEmpty();
        return new HtmlPage(latin1 || guessed ? parse(file, WINDOWS_1252.name()) : document, address);
    }

    /** How many tags open in the file, those inside scripts included. */
    private static int tags(byte[] file) {
        int count = 0;
        boolean afterBracket = false;
        for (byte b : file) {
            count += afterBracket && Character.isLetter(b) ? 1 : 0;
            afterBracket = b == '<' || afterBracket && b == 0; // in UTF-16 every other byte is 0
        }
        return count;
    }

    private static Document parse(byte[] file, @Nullable String charset) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(file), charset, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IntakeRefused if nothing readable is left, or the text breaks {@link TextRules} */
    ReadableText read() {
        PageMetadata metadata = PageMetadata.of(document, address);
        document.select(UNSEEN).remove();
        document.body().select(HIDDEN).not("body").remove();
        String text = articleText();
        if (TextRules.isBlank(text)) {
            throw new IntakeRefused("intake.refused.no-readable-text");
        }
        return metadata.with(TextRules.checked(text));
    }

    private String articleText() {
        Element article = isTooIntricate() ? null : article();
        String text = article == null ? "" : BlockText.of(article);
        if (!TextRules.isBlank(text)) {
            return text;
        }
        Element body = document.body().clone();
        body.select(FURNITURE).remove();
        return BlockText.of(body);
    }

    private boolean isTooIntricate() {
        int[] elements = new int[1];
        long[] ancestors = new long[1];
        document.traverse((node, depth) -> {
            elements[0] += node instanceof Element ? 1 : 0;
            ancestors[0] += node instanceof Element ? depth : 0;
        });
        return elements[0] > MAX_ELEMENTS || ancestors[0] > MAX_ANCESTORS;
    }

    private @Nullable Element article() {
        try {
            // Its first argument only makes links absolute, and links are not kept.
            return new Readability4J("https://page.invalid/", document.clone())
                    .parse()
                    .getArticleContent();
        } catch (RuntimeException e) {
            // A page can be odd enough to break the library; the whole body is the next best text.
            log.info("No article found by structure, taking the whole page", e);
            return null;
        }
    }
}
