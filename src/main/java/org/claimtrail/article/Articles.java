package org.claimtrail.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.claimtrail.account.Actor;
import org.claimtrail.audit.Audit;
import org.claimtrail.intake.Original;
import org.claimtrail.intake.TextFingerprint;
import org.claimtrail.support.Coded;
import org.claimtrail.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes articles in and finds them again. */
@Service
public class Articles {

    private static final String VIEW = """
            select a.id, a.title, a.publisher, a.author, a.address, a.published_on, a.language, a.created_at,
                   a.created_by_name, a.version, r.id as revision_id, r.number, r.text_sha256, r.original_sha256,
                   octet_length(r.original) as original_size, r.media_type, r.obtained_by, r.obtained_from, r.obtained_at
            from article a join lateral (select * from article_revision r where r.article_id = a.id
                                         order by r.number desc limit 1) r on true
            """;

    private final ArticleRepository articles;
    private final ArticleRevisionRepository revisions;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Articles(
            ArticleRepository articles,
            ArticleRevisionRepository revisions,
            JdbcClient jdbc,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.articles = articles;
        this.revisions = revisions;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The newest text of an article. */
    public record Text(long revisionId, String text) {}

    /** The bytes an article was read from. */
    public record OriginalFile(byte[] bytes, String sha256) {}

    /** How a text came in, and what it says. */
    public record Incoming(
            String text,
            String language,
            Original original,
            ObtainedBy by,
            @Nullable String from) {}

    /**
     * Stores an article and its first revision.
     *
     * @return the article's number
     * @throws AlreadyImported where the same text is at the desk
     */
    @Transactional
    public long take(Actor actor, ArticleDetails details, Incoming incoming) {
        String sha256 = TextFingerprint.sha256(incoming.text());
        // Two imports of one text at the same moment: the second waits here and then finds the first.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:sha256, 0))")
                .param("sha256", sha256)
                .query((row, n) -> 0)
                .list();
        articles.findByText(sha256).ifPresent(there -> {
            throw new AlreadyImported(there.id(), there.title());
        });
        Instant now = clock.instant();
        Article article = articles.saveAndFlush(new Article(details, incoming.language(), actor, now));
        ArticleRevision revision = revisions.saveAndFlush(new ArticleRevision(
                article.id(), incoming.text(), incoming.original(), incoming.by(), incoming.from(), now));
        audit.record(
                actor.id(),
                actor.name(),
                "imported",
                article.title(),
                Map.of("obtained_by", incoming.by().code()));
        events.publishEvent(new ArticleImported(article.id(), revision.id(), incoming.text(), details.publishedOn()));
        return article.id();
    }

    /**
     * Changes what is known of an article.
     *
     * @param version the version that was edited
     * @return null where it was saved, or the details as somebody else saved them meanwhile
     */
    @Transactional
    public @Nullable ArticleView describe(Actor actor, long id, int version, ArticleDetails details) {
        Article article = articles.findById(id).orElseThrow(() -> new NotFound("article", id));
        if (article.version() != version && !article.details().equals(details)) {
            return find(id);
        }
        ArticleDetails before = article.details();
        article.describe(details);
        articles.flush();
        audit.record(
                actor.id(),
                actor.name(),
                "article_described",
                article.title(),
                Map.of("before", before.toString(), "after", details.toString()));
        return null;
    }

    @Transactional(readOnly = true)
    public ArticleView find(long id) {
        return jdbc.sql(VIEW + " where a.id = :id")
                .param("id", id)
                .query(Articles::view)
                .optional()
                .orElseThrow(() -> new NotFound("article", id));
    }

    @Transactional(readOnly = true)
    public Text newestText(long id) {
        ArticleRevision revision = revisions.findNewest(id).orElseThrow(() -> new NotFound("article", id));
        return new Text(revision.id(), revision.text());
    }

    @Transactional(readOnly = true)
    public OriginalFile original(long id) {
        ArticleView article = find(id);
        byte[] bytes = revisions
                .findById(article.revisionId())
                .orElseThrow(() -> new NotFound("article", id))
                .original();
        return new OriginalFile(bytes, article.originalSha256());
    }

    /** A page of articles, newest first; null for the first page. */
    @Transactional(readOnly = true)
    public List<ArticleView> page(@Nullable Long before, int size) {
        return jdbc.sql(VIEW
                        + " where cast(:before as bigint) is null or a.id < :before order by a.id desc limit :size")
                .param("before", before)
                .param("size", size)
                .query(Articles::view)
                .list();
    }

    /** Whether the desk has no article yet. */
    @Transactional(readOnly = true)
    public boolean none() {
        return !jdbc.sql("select exists (select 1 from article)")
                .query(Boolean.class)
                .single();
    }

    private static ArticleView view(ResultSet row, int n) throws SQLException {
        return new ArticleView(
                row.getLong("id"),
                row.getString("title"),
                row.getString("publisher"),
                row.getString("author"),
                row.getString("address"),
                row.getObject("published_on", LocalDate.class),
                row.getString("language"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by_name"),
                row.getInt("version"),
                row.getLong("revision_id"),
                row.getInt("number"),
                row.getString("text_sha256"),
                row.getString("original_sha256"),
                row.getLong("original_size"),
                row.getString("media_type"),
                Coded.of(ObtainedBy.class, row.getString("obtained_by")),
                row.getString("obtained_from"),
                row.getObject("obtained_at", OffsetDateTime.class).toInstant());
    }
}
