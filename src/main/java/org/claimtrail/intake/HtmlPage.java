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

    /** What no reader of the page sees; the root and body are spared because scripts often show them later. */
    private static final String UNSEEN =
            "script, style, noscript, template, svg, math annotation, iframe, object, embed,"
                    + " form, button, select, textarea, dialog, body [hidden], body [aria-hidden=true],"
                    + " body [style~=(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden)]";

    /** Page furniture, dropped where the whole body has to serve as the article. */
    private static final String FURNITURE = "nav, aside, footer, header:not(article header), [role=navigation]";

    /** Above this a page is no article, and the search for one could take long. */
    private static final int MAX_ELEMENTS = 20_000;

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
        String text = articleText();
        if (TextRules.isBlank(text)) {
            throw new IntakeRefused("intake.refused.no-readable-text");
        }
        return metadata.with(TextRules.checked(text));
    }

    private String articleText() {
        Element article = document.getAllElements().size() > MAX_ELEMENTS ? null : article();
        String text = article == null ? "" : BlockText.of(article);
        if (!TextRules.isBlank(text)) {
            return text;
        }
        Element body = document.body().clone();
        body.select(FURNITURE).remove();
        return BlockText.of(body);
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
