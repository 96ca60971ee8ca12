package org.claimtrail.review.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.account.Accounts;
import org.claimtrail.account.Actor;
import org.claimtrail.account.DeskUser;
import org.claimtrail.article.Articles;
import org.claimtrail.claim.ClaimState;
import org.claimtrail.claim.Kind;
import org.claimtrail.review.Queue;
import org.claimtrail.review.QueueFilter;
import org.claimtrail.review.QueueRow;
import org.claimtrail.review.QueueView;
import org.claimtrail.support.Coded;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The queue of claims. Its filters and its place are in the address. */
@Controller
class QueueController {

    private static final int PAGE = 50;

    private static final int ARTICLES = 50;

    private final Queue queue;
    private final Articles articles;

    private final Accounts accounts;
    private final Clock clock;

    QueueController(Queue queue, Articles articles, Accounts accounts, Clock clock) {
        this.queue = queue;
        this.articles = articles;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The filters as typed into the address. */
    record Asked(
            @Nullable String q,
            @Nullable String state,
            @Nullable Long article,
            @Nullable String assignee,
            @Nullable String kind,
            @Nullable String view) {

        QueueFilter filter(Actor reader) {
            return new QueueFilter(
                    code(ClaimState.class, state),
                    article,
                    assigneeId(reader),
                    code(Kind.class, kind),
                    Texts.searched(q),
                    code(QueueView.class, view),
                    reader.accountId());
        }

        private @Nullable Long assigneeId(Actor reader) {
            if (assignee == null || assignee.isEmpty()) {
                return null;
            }
            if (assignee.equals("me")) {
                return reader.accountId();
            }
            return assignee.matches("\\d{1,18}") ? Long.valueOf(assignee) : Long.valueOf(QueueFilter.NOBODY);
        }

        private static <E extends Enum<E> & Coded> @Nullable E code(Class<E> type, @Nullable String code) {
            if (code == null || code.isEmpty()) {
                return null;
            }
            try {
                return Coded.of(type, code);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        public boolean any() {
            return Texts.orNull(q) != null
                    || Texts.orNull(state) != null
                    || article != null
                    || Texts.orNull(assignee) != null
                    || Texts.orNull(kind) != null
                    || Texts.orNull(view) != null;
        }

        String address(String cursor, long id) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/claims");
            add(address, "q", q);
            add(address, "state", state);
            add(address, "article", article);
            add(address, "assignee", assignee);
            add(address, "kind", kind);
            add(address, "view", view);
            return address.queryParam(cursor, id).encode().build().toUriString();
        }

        private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
            if (value != null && !value.toString().isEmpty()) {
                address.queryParam(name, value);
            }
        }
    }

    @GetMapping("/claims")
    String list(
            Asked asked,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Long before,
            @AuthenticationPrincipal DeskUser user,
            Model model) {
        QueueFilter filter = asked.filter(user.actor());
        boolean backwards = before != null;
        List<QueueRow> found = before != null
                ? queue.before(filter, before, PAGE + 1)
                : queue.after(filter, after == null ? 0 : after, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<QueueRow> rows =
                !more ? found : backwards ? found.subList(found.size() - PAGE, found.size()) : found.subList(0, PAGE);
        boolean hasPrevious = backwards ? more : after != null && after > 0;
        boolean hasNext = backwards || more;
        model.addAttribute("asked", asked);
        model.addAttribute("rows", rows);
        model.addAttribute("extent", queue.extent(filter));
        model.addAttribute("assignees", queue.assignees());
        model.addAttribute("articles", articles(asked.article()));
        model.addAttribute("states", ClaimState.values());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("views", QueueView.values());
        model.addAttribute("people", accounts.activeNames());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute(
                "previous",
                hasPrevious && !rows.isEmpty()
                        ? asked.address("before", rows.get(0).id())
                        : null);
        model.addAttribute(
                "next",
                hasNext && !rows.isEmpty()
                        ? asked.address("after", rows.get(rows.size() - 1).id())
                        : null);
        return "review/queue";
    }

    /** The newest articles for the filter, and the one that is chosen. */
    private Map<Long, String> articles(@Nullable Long chosen) {
        Map<Long, String> titles = new LinkedHashMap<>();
        articles.page(null, ARTICLES).forEach(article -> titles.put(article.id(), article.title()));
        if (chosen != null && !titles.containsKey(chosen)) {
            articles.page(chosen + 1, 1).stream()
                    .filter(article -> article.id() == chosen)
                    .forEach(article -> titles.put(article.id(), article.title()));
        }
        return titles;
    }
}
