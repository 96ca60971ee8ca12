package org.claimtrail.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Whatever a page says of itself in JSON-LD, the page is read. */
public final class JsonLdFuzzer {

    private JsonLdFuzzer() {}

    /** Loads and warms what every input needs, so that no input is timed for it. */
    public static void fuzzerInitialize() {
        byte[] page = "{\"@type\":\"Article\",\"headline\":\"Bridges\"}".getBytes(UTF_8);
        for (int i = 0; i < 200; i++) {
            fuzzerTestOneInput(page);
        }
    }

    /** The bytes are the JSON, in UTF-8. */
    public static void fuzzerTestOneInput(byte[] input) {
        Document page = Jsoup.parse("<title>Bridges</title><p>The bridge opened in 1911.");
        page.head()
                .appendElement("script")
                .attr("type", "application/ld+json")
                .appendChild(new DataNode(new String(input, UTF_8)));
        ArticleJsonLd.in(page);
        PageMetadata found = PageMetadata.of(page, null);
        storable(found.title());
        storable(found.author());
        storable(found.publisher());
        storable(found.language());
    }

    private static void storable(@Nullable String text) {
        HtmlFuzzer.assertStorable(text);
    }
}
