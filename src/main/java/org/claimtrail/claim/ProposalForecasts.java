package org.claimtrail.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.claimtrail.claim.ProposalForecast.Example;
import org.claimtrail.claim.ProposalForecast.Step;
import org.claimtrail.splitting.Candidate;
import org.claimtrail.splitting.ClaimSplitter;
import org.claimtrail.splitting.SplitSentence;
import org.claimtrail.splitting.SplitterSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Tells what a threshold would propose, by splitting the newest articles again with the program as it is now. What was
 * found in a text is remembered, since a text never changes.
 */
@Service
public class ProposalForecasts {

    private static final int ARTICLES = 20;
    private static final int MAX_CHARACTERS = 20_000;
    private static final int REMEMBERED = 2 * ARTICLES;
    private static final int EXAMPLES = 5;
    private static final int FIRST_STEP = 20;
    private static final int LAST_STEP = 90;
    private static final int STEP = 10;
    private static final double HUNDRED = 100.0;

    private final ClaimSplitter splitter;
    private final JdbcClient jdbc;
    private final Map<Text, List<List<Example>>> remembered = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Text, List<List<Example>>> eldest) {
            return size() > REMEMBERED;
        }
    };

    ProposalForecasts(ClaimSplitter splitter, JdbcClient jdbc) {
        this.splitter = splitter;
        this.jdbc = jdbc;
    }

    private record Text(
            long articleId, long revisionId, @Nullable LocalDate publishedOn) {}

    /** @param chosen the threshold for which examples are wanted, in hundredths */
    public ProposalForecast at(int chosen) {
        List<Text> texts = newest();
        List<List<Example>> sentences = read(texts);
        List<Step> steps = new ArrayList<>();
        for (int step = FIRST_STEP; step <= LAST_STEP; step += STEP) {
            steps.add(step(sentences, step));
        }
        if (steps.stream().noneMatch(step -> step.hundredths() == chosen)) {
            steps.add(step(sentences, chosen));
            steps.sort(Comparator.comparingInt(Step::hundredths));
        }
        List<Example> all = sentences.stream().flatMap(List::stream).toList();
        return new ProposalForecast(
                texts.size(),
                MAX_CHARACTERS,
                sentences.size(),
                steps,
                all.stream()
                        .filter(claim -> claim.hundredths() >= chosen)
                        .sorted(Comparator.comparingInt(Example::hundredths))
                        .limit(EXAMPLES)
                        .toList(),
                all.stream()
                        .filter(claim -> claim.hundredths() < chosen)
                        .sorted(Comparator.comparingInt(Example::hundredths).reversed())
                        .limit(EXAMPLES)
                        .toList());
    }

    private static Step step(List<List<Example>> sentences, int threshold) {
        int claims = 0;
        int holding = 0;
        for (List<Example> sentence : sentences) {
            int found = (int) sentence.stream()
                    .filter(claim -> claim.hundredths() >= threshold)
                    .count();
            claims += found;
            holding += found > 0 ? 1 : 0;
        }
        return new Step(threshold, claims, holding);
    }

    private List<Text> newest() {
        return jdbc.sql("""
                        select a.id, r.id as revision_id, a.published_on
                        from (select id, published_on from article order by id desc limit :articles) a
                             join lateral (select id from article_revision where article_id = a.id
                                           order by number desc limit 1) r on true
                        order by a.id desc
                        """)
                .param("articles", ARTICLES)
                .query((row, n) -> new Text(
                        row.getLong("id"), row.getLong("revision_id"), row.getObject("published_on", LocalDate.class)))
                .list();
    }

    /** The sentences of the texts with their claims; texts not read before are fetched together. */
    private synchronized List<List<Example>> read(List<Text> texts) {
        List<Text> unread =
                texts.stream().filter(text -> !remembered.containsKey(text)).toList();
        Map<Long, String> words = words(unread);
        for (Text text : unread) {
            remembered.put(text, split(text, Objects.requireNonNull(words.get(text.revisionId()))));
        }
        return texts.stream()
                .flatMap(text -> Objects.requireNonNull(remembered.get(text)).stream())
                .toList();
    }

    private Map<Long, String> words(List<Text> texts) {
        Map<Long, String> words = new HashMap<>();
        if (!texts.isEmpty()) {
            jdbc.sql("select id, left(text, :max) as text from article_revision where id in (:ids)")
                    .param("max", MAX_CHARACTERS)
                    .param("ids", texts.stream().map(Text::revisionId).toList())
                    .query((RowCallbackHandler) row -> words.put(row.getLong("id"), row.getString("text")));
        }
        return words;
    }

    private List<List<Example>> split(Text text, String words) {
        List<List<Example>> sentences = new ArrayList<>();
        for (SplitSentence sentence : splitter.split(words, new SplitterSettings(text.publishedOn(), 0))
                .sentences()) {
            sentences.add(sentence.claims().stream()
                    .map(claim -> new Example(text.articleId(), claim.text(), hundredths(claim)))
                    .toList());
        }
        return List.copyOf(sentences);
    }

    /** Rounded down, so that a claim counts at a threshold exactly where it would be proposed. */
    private static int hundredths(Candidate claim) {
        return (int) Math.floor(claim.score() * HUNDRED + 1e-9);
    }
}
