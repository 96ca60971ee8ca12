package org.claimtrail.article.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.claimtrail.account.Actor;
import org.claimtrail.article.ArticleDetails;
import org.claimtrail.article.Articles;
import org.claimtrail.article.ObtainedBy;
import org.claimtrail.intake.ArticleFetcher;
import org.claimtrail.intake.ArticleReader;
import org.claimtrail.intake.Fetched;
import org.claimtrail.intake.Original;
import org.claimtrail.intake.ReadableText;
import org.claimtrail.support.InvalidWebAddress;
import org.claimtrail.support.Texts;
import org.claimtrail.support.WebAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Reads what an import form brings and stores it; what was typed goes before what the article says of itself. */
@Component
class Intake {

    private static final int MAX_TITLE = 300;
    private static final int MAX_NAME = 200;

    private final ArticleReader reader;
    private final ArticleFetcher fetcher;
    private final Articles articles;

    Intake(ArticleReader reader, ArticleFetcher fetcher, Articles articles) {
        this.reader = reader;
        this.fetcher = fetcher;
        this.articles = articles;
    }

    /**
     * Takes the article in.
     *
     * @throws org.claimtrail.intake.IntakeRefused where it cannot be read
     * @throws org.claimtrail.article.AlreadyImported where the same text is at the desk
     */
    long take(Actor actor, ImportForm form) {
        return switch (form.way()) {
            case "file" -> file(actor, form);
            case "address" -> fetched(actor, form);
            default -> pasted(actor, form);
        };
    }

    private long pasted(Actor actor, ImportForm form) {
        String text = Objects.requireNonNullElse(form.text(), "");
        ReadableText readable = reader.readPasted(text);
        Original original = Original.of(text.getBytes(StandardCharsets.UTF_8), "text/plain;charset=UTF-8");
        return store(actor, form, readable, original, ObtainedBy.PASTE, null);
    }

    private long file(Actor actor, ImportForm form) {
        MultipartFile file = form.file();
        byte[] bytes;
        String name = null;
        try {
            bytes = file == null ? new byte[0] : file.getBytes();
            name = file == null ? null : file.getOriginalFilename();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String mediaType = file == null ? null : file.getContentType();
        ReadableText readable = reader.read(bytes, mediaType, name);
        Original original = Original.of(bytes, Objects.requireNonNullElse(mediaType, "application/octet-stream"));
        return store(actor, form, readable, original, ObtainedBy.FILE, cut(name, MAX_NAME));
    }

    private long fetched(Actor actor, ImportForm form) {
        Fetched fetched = fetcher.fetch(Objects.requireNonNullElse(form.webAddress(), ""));
        ReadableText readable = reader.read(fetched.bytes(), fetched.mediaType(), fetched.finalAddress());
        Original original = Original.of(fetched.bytes(), Objects.requireNonNullElse(fetched.mediaType(), "text/html"));
        return store(actor, form, readable, original, ObtainedBy.ADDRESS, fetched.finalAddress());
    }

    private long store(
            Actor actor,
            ImportForm form,
            ReadableText readable,
            Original original,
            ObtainedBy by,
            @Nullable String from) {
        String title = first(form.title(), cut(readable.title(), MAX_TITLE));
        ArticleDetails details = new ArticleDetails(
                title == null ? firstLine(readable.text()) : title,
                first(form.publisher(), cut(readable.publisher(), MAX_NAME)),
                first(form.author(), cut(readable.author(), MAX_NAME)),
                address(form, by == ObtainedBy.ADDRESS ? from : readable.address()),
                form.publishedOn() == null ? readable.publishedOn() : form.publishedOn());
        String language = Objects.requireNonNullElse(readable.language(), "en");
        return articles.take(actor, details, new Articles.Incoming(readable.text(), language, original, by, from));
    }

    private static @Nullable String address(ImportForm form, @Nullable String found) {
        String typed = Texts.orNull(form.address());
        if (typed != null) {
            return WebAddress.normalize(typed);
        }
        try {
            return found == null ? null : WebAddress.normalize(found);
        } catch (InvalidWebAddress e) {
            // A page may name a canonical address that is none; the article is taken in without.
            return null;
        }
    }

    private static String firstLine(String text) {
        String line = text.lines()
                .map(String::strip)
                .filter(candidate -> !candidate.isEmpty() && !candidate.matches("\\[ad_\\d+]"))
                .findFirst()
                .orElse(text.strip());
        return Objects.requireNonNull(cut(line, 120));
    }

    private static @Nullable String first(@Nullable String typed, @Nullable String found) {
        String text = Texts.orNull(typed);
        return text == null ? Texts.orNull(found) : text;
    }

    private static @Nullable String cut(@Nullable String text, int max) {
        if (text == null || text.codePointCount(0, text.length()) <= max) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, max - 1)) + "…";
    }
}
