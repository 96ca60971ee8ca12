package org.claimtrail.discussion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.account.Actor;
import org.claimtrail.discussion.Discussions.Row;
import org.jspecify.annotations.Nullable;

/** Puts comments below those that they reply to. */
final class CommentThread {

    private final List<Row> rows;
    private final Map<Long, List<Mention>> mentions;
    private final Actor reader;
    private final Map<Long, Row> known = new HashMap<>();
    private final Map<Long, List<Row>> replies = new HashMap<>();

    /** @param rows in the order of time */
    CommentThread(List<Row> rows, Map<Long, List<Mention>> mentions, Actor reader) {
        this.rows = rows;
        this.mentions = mentions;
        this.reader = reader;
        for (Row row : rows) {
            known.put(row.id(), row);
            replies.computeIfAbsent(parent(row), key -> new ArrayList<>()).add(row);
        }
    }

    List<CommentView> inOrder() {
        List<CommentView> views = new ArrayList<>(rows.size());
        List<Step> waiting = new ArrayList<>();
        push(waiting, null, 0);
        while (!waiting.isEmpty()) {
            Step step = waiting.remove(waiting.size() - 1);
            views.add(view(step.row(), Math.min(step.level(), CommentView.DEEPEST)));
            push(waiting, step.row().id(), step.level() + 1);
        }
        return views;
    }

    private record Step(Row row, int level) {}

    /** The last one in is the first one out. */
    private void push(List<Step> waiting, @Nullable Long parent, int level) {
        List<Row> children = replies.getOrDefault(parent, List.of());
        for (int i = children.size() - 1; i >= 0; i--) {
            waiting.add(new Step(children.get(i), level));
        }
    }

    /** One whose parent is not on this page stands as if it replied to nothing. */
    private @Nullable Long parent(Row row) {
        return row.parentId() != null && known.containsKey(row.parentId()) ? row.parentId() : null;
    }

    private CommentView view(Row row, int level) {
        Row parent = row.parentId() == null ? null : known.get(row.parentId());
        List<Mention> told = mentions.getOrDefault(row.id(), List.of());
        var named = new Mentions(told).in(row.text());
        return new CommentView(
                row.id(),
                level,
                parent == null ? null : parent.authorName(),
                row.authorName(),
                row.text(),
                Piece.of(row.text(), told),
                told.stream()
                        .filter(person -> !named.contains(person))
                        .map(Mention::name)
                        .toList(),
                row.writtenAt(),
                row.editedAt(),
                row.deletedAt(),
                row.version(),
                reader.is(row.authorId()),
                row.hidden());
    }
}
