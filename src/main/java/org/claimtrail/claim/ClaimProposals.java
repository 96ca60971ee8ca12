package org.claimtrail.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.claimtrail.article.ArticleImported;
import org.claimtrail.setting.Settings;
import org.claimtrail.splitting.ClaimSplitter;
import org.claimtrail.splitting.Reason;
import org.claimtrail.splitting.Split;
import org.claimtrail.splitting.SplitSentence;
import org.claimtrail.splitting.SplitterSettings;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Splits each article that comes in, in the transaction that stores it. */
@Component
class ClaimProposals {

    private static final int BATCH = 500;

    private final ClaimSplitter splitter;
    private final Claims claims;
    private final Settings settings;
    private final JdbcTemplate jdbc;

    ClaimProposals(ClaimSplitter splitter, Claims claims, Settings settings, JdbcTemplate jdbc) {
        this.splitter = splitter;
        this.settings = settings;
        this.claims = claims;
        this.jdbc = jdbc;
    }

    @EventListener
    void split(ArticleImported article) {
        LocalDate published = article.publishedOn();
        double threshold = settings.current().proposalThreshold().doubleValue();
        Split split = splitter.split(article.text(), new SplitterSettings(published, threshold));
        CodePoints text = new CodePoints(article.text());
        keepSentences(article.revisionId(), split);
        claims.propose(split.sentences().stream()
                .flatMap(sentence -> sentence.claims().stream())
                .filter(candidate ->
                        candidate.checkworthy() && !candidate.spans().isEmpty())
                .map(candidate -> Proposal.of(article.articleId(), article.revisionId(), text, candidate))
                .toList());
    }

    private void keepSentences(long revisionId, Split split) {
        List<Numbered<SplitSentence>> sentences = Numbered.of(split.sentences());
        jdbc.batchUpdate("""
                insert into sentence (article_revision_id, number, start_at, end_at, checkworthy, score, reasons,
                    not_checkable)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, sentences, BATCH, (row, sentence) -> {
            row.setLong(1, revisionId);
            row.setInt(2, sentence.number());
            row.setInt(3, sentence.value().start());
            row.setInt(4, sentence.value().end());
            row.setBoolean(5, sentence.value().checkworthy());
            row.setDouble(6, sentence.value().score());
            row.setArray(
                    7,
                    row.getConnection()
                            .createArrayOf(
                                    "text",
                                    sentence.value().reasons().stream()
                                            .map(Reason::code)
                                            .toArray()));
            row.setString(
                    8,
                    sentence.value().notCheckable() == null
                            ? null
                            : sentence.value().notCheckable().code());
        });
        jdbc.batchUpdate(
                "insert into boilerplate (article_revision_id, number, start_at, end_at, kind) values (?, ?, ?, ?, ?)",
                Numbered.of(split.boilerplate()),
                BATCH,
                (row, part) -> {
                    row.setLong(1, revisionId);
                    row.setInt(2, part.number());
                    row.setInt(3, part.value().start());
                    row.setInt(4, part.value().end());
                    row.setString(5, part.value().kind());
                });
    }

    /** A thing with its place in a list, from 1. */
    private record Numbered<T>(int number, T value) {

        static <T> List<Numbered<T>> of(List<T> values) {
            return IntStream.range(0, values.size())
                    .mapToObj(i -> new Numbered<>(i + 1, values.get(i)))
                    .toList();
        }
    }
}
