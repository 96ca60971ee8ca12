package org.claimtrail.intake;

import java.time.LocalDate;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.claimtrail.support.InvalidWebAddress;
import org.claimtrail.support.WebAddress;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says about its article: schema.org JSON-LD first, then Open Graph, then older conventions. */
record PageMetadata(
        @Nullable String title,
        @Nullable String publisher,
        @Nullable String author,
        @Nullable LocalDate publishedOn,
        @Nullable String address,
        @Nullable String language) {

    private static final Pattern TITLE_END = Pattern.compile("(.+)\\s+[-|\u2013\u2014\u00b7:]\\s+(.+?)");
    private static final Pattern BYLINE_START = Pattern.compile("(?i)^by[:\\s]\\s*");

    static PageMetadata of(Document page, @Nullable String address) {
        ArticleJsonLd json = ArticleJsonLd.in(page);
        String publisher = first(
                json.publisher(),
                meta(page, "og:site_name"),
                meta(page, "publisher"),
                meta(page, "dc.publisher"),
                meta(page, "application-name"));
        return new PageMetadata(
                title(page, json, publisher),
                publisher,
                author(page, json),
                publishedOn(page, json),
                address(page, json, address),
                language(page, json));
    }

    ReadableText with(String text) {
        return new ReadableText(text, title, publisher, author, publishedOn, address, language);
    }

    private static @Nullable String title(Document page, ArticleJsonLd json, @Nullable String publisher) {
        String given = first(json.headline(), meta(page, "og:title"), meta(page, "twitter:title"));
        if (given != null) {
            return withoutEnd(given, (start, end) -> end.equalsIgnoreCase(publisher));
        }
        String tab = first(page.title());
        if (tab != null) {
            return withoutEnd(tab, (start, end) -> end.equalsIgnoreCase(publisher) || isHeading(page, start));
        }
        return first(text(page, "article h1"), text(page, "h1"));
    }

    /** The title without the name that pages put behind it, if what stands there is such a name. */
    private static String withoutEnd(String title, BiPredicate<String, String> isName) {
        Matcher parts = TITLE_END.matcher(title);
        return parts.matches() && isName.test(parts.group(1), parts.group(2)) ? parts.group(1) : title;
    }

    private static boolean isHeading(Document page, String text) {
        return page.select("h1").stream().limit(10).anyMatch(h1 -> h1.text().equalsIgnoreCase(text));
    }

    private static @Nullable String author(Document page, ArticleJsonLd json) {
        String stated = first(
                json.author(),
                nameOnly(meta(page, "author")),
                nameOnly(meta(page, "article:author")),
                meta(page, "dc.creator"),
                meta(page, "parsely-author"));
        if (stated != null) {
            return stated;
        }
        String shown = page.select("[rel=author], [itemprop=author]").stream()
                .limit(10)
                .map(Element::text)
                .distinct()
                .collect(Collectors.joining(", "));
        String byline = first(shown, text(page, ".byline"));
        return byline == null ? null : PlainName.of(BYLINE_START.matcher(byline).replaceFirst(""));
    }

    private static @Nullable String nameOnly(@Nullable String nameOrProfile) {
        return nameOrProfile == null || nameOrProfile.contains("://") ? null : nameOrProfile;
    }

    private static @Nullable LocalDate publishedOn(Document page, ArticleJsonLd json) {
        return firstOf(
                Stream.of(
                        json.datePublished(),
                        meta(page, "article:published_time"),
                        meta(page, "datepublished"),
                        meta(page, "parsely-pub-date"),
                        meta(page, "pubdate"),
                        meta(page, "dc.date.issued"),
                        meta(page, "dc.date"),
                        meta(page, "date"),
                        attribute(page, "[itemprop=datePublished]", "content"),
                        attribute(page, "[itemprop=datePublished]", "datetime"),
                        attribute(page, "article time[datetime], main time[datetime]", "datetime"),
                        attribute(page, "time[datetime]", "datetime")),
                PublishedDate::parse);
    }

    private static @Nullable String address(Document page, ArticleJsonLd json, @Nullable String address) {
        return firstOf(
                Stream.of(
                        attribute(page, "link[rel=canonical]", "href"), meta(page, "og:url"), json.address(), address),
                PageMetadata::webAddress);
    }

    private static @Nullable String webAddress(String address) {
        try {
            return WebAddress.normalize(address);
        } catch (InvalidWebAddress e) {
            return null;
        }
    }

    private static @Nullable String language(Document page, ArticleJsonLd json) {
        return firstOf(
                Stream.of(
                        attribute(page, "html[lang]", "lang"),
                        attribute(page, "html", "xml:lang"),
                        json.language(),
                        attribute(page, "meta[http-equiv=content-language]", "content"),
                        meta(page, "og:locale")),
                PageMetadata::languageTag);
    }

    private static @Nullable String languageTag(String tag) {
        try {
            String known = new Locale.Builder()
                    .setLanguageTag(tag.strip().replace('_', '-'))
                    .build()
                    .toLanguageTag();
            return known.equals("und") ? null : known;
        } catch (IllformedLocaleException e) {
            return null;
        }
    }

    private static @Nullable String meta(Document page, String name) {
        for (String attribute : List.of("property", "name", "itemprop")) {
            String content = attribute(page, "meta[" + attribute + "=" + name + "]", "content");
            if (content != null) {
                return content;
            }
        }
        return null;
    }

    private static @Nullable String attribute(Document page, String query, String name) {
        return page.select(query).stream()
                .map(element -> element.attr(name))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(Document page, String query) {
        Element element = page.selectFirst(query);
        return element == null ? null : element.text();
    }

    /** The first of these that holds a name, cleaned. */
    private static @Nullable String first(@Nullable String... names) {
        return firstOf(Stream.of(names), PlainName::of);
    }

    private static <T> @Nullable T firstOf(Stream<@Nullable String> values, Function<String, @Nullable T> reading) {
        return values.filter(Objects::nonNull)
                .map(reading)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
