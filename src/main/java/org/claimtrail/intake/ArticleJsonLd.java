package org.claimtrail.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The first schema.org article (NewsArticle, BlogPosting and their like) that a page describes in JSON-LD. */
record ArticleJsonLd(
        @Nullable String headline,
        @Nullable String publisher,
        @Nullable String author,
        @Nullable String datePublished,
        @Nullable String address,
        @Nullable String language) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    /** A page that describes more things than this is not searched further. */
    private static final int MAX_NODES = 1_000;

    static ArticleJsonLd in(Document page) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            JsonNode article = article(script.data());
            if (article != null) {
                return new ArticleJsonLd(
                        string(article.path("headline")),
                        names(article.path("publisher")),
                        names(article.path("author")),
                        string(article.path("datePublished")),
                        string(article.path("url")),
                        names(article.path("inLanguage")));
            }
        }
        return new ArticleJsonLd(null, null, null, null, null, null);
    }

    private static @Nullable JsonNode article(String json) {
        Deque<JsonNode> open = new ArrayDeque<>();
        try {
            open.add(JSON.readTree(json));
        } catch (JacksonException e) {
            return null; // broken on the page itself; the other conventions still speak
        }
        for (int seen = 0; seen < MAX_NODES && !open.isEmpty(); seen++) {
            JsonNode node = open.remove();
            if (isArticle(node.path("@type"))) {
                return node;
            }
            if (node.isArray()) {
                node.forEach(open::add);
            }
            node.optional("@graph").ifPresent(open::add);
            node.optional("mainEntity").ifPresent(open::add);
        }
        return null;
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isArticle(one)) {
                    return true;
                }
            }
        }
        String name = type.isString() ? type.stringValue() : "";
        return name.endsWith("Article") || name.endsWith("BlogPosting") || name.equals("Report");
    }

    /** The text, or the name of the thing, or the names of the things, with a comma between. */
    private static @Nullable String names(JsonNode value) {
        if (!value.isArray()) {
            return value.isObject() ? string(value.path("name")) : string(value);
        }
        List<String> names = new ArrayList<>();
        for (JsonNode one : value) {
            String name = one.isArray() ? null : names(one);
            if (name != null) {
                names.add(name);
            }
        }
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private static @Nullable String string(JsonNode value) {
        return value.isString() ? Parser.unescapeEntities(value.stringValue(), false) : null;
    }
}
