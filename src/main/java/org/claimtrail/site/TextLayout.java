package org.claimtrail.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.claimtrail.claim.ClaimCatalog.BoilerplateView;
import org.claimtrail.claim.ClaimView;
import org.claimtrail.claim.CodePoints;
import org.claimtrail.claim.PassageSpan;
import org.claimtrail.review.ReviewCatalog.RatingMark;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an article's text into lines, and each line into segments that never nest, so that claims which overlap can be
 * marked in place. Two claims over the same words have a line each; a third has none of its own. Offsets are code points.
 */
final class TextLayout {

    /** One line of the text, and the line end behind it as HTML. */
    record Line(List<Segment> segments, String end) {}

    /**
     * Words that the same claims, or none, stand over.
     *
     * @param boilerplate the kind, where the words are boilerplate
     * @param mark the claims over these words; null where there are none
     */
    record Segment(
            String text,
            @Nullable String boilerplate,
            @Nullable Mark mark) {}

    /**
     * The marks over a segment.
     *
     * @param upper state of the claim on the upper line, under of the one on the lower
     * @param link the claim that a click leads to, the shortest one here
     * @param first whether that claim begins here
     * @param last whether one of the claims ends here
     */
    record Mark(
            String id,
            String claims,
            @Nullable String upper,
            @Nullable String under,
            long link,
            boolean first,
            boolean last,
            @Nullable String rating,
            @Nullable String label) {}

    private record Stretch(ClaimView claim, int start, int end, int lane) {}

    private final CodePoints text;
    private final List<Stretch> stretches;
    private final List<BoilerplateView> boilerplate;
    private final Map<Long, RatingMark> ratings;
    private final Map<Long, Integer> counts = new HashMap<>();
    private final Set<Long> begun = new HashSet<>();

    private TextLayout(
            CodePoints text, List<ClaimView> claims, List<BoilerplateView> boilerplate, Map<Long, RatingMark> ratings) {
        this.text = text;
        this.stretches = lanes(claims);
        this.boilerplate = boilerplate;
        this.ratings = ratings;
    }

    static List<Line> of(
            CodePoints text, List<ClaimView> claims, List<BoilerplateView> boilerplate, Map<Long, RatingMark> ratings) {
        return new TextLayout(text, claims, boilerplate, ratings).lines();
    }

    /** Each stretch, from the first and longest on, takes the upper line where it is free, else the lower. */
    private static List<Stretch> lanes(List<ClaimView> claims) {
        record Found(ClaimView claim, PassageSpan span) {}
        List<Found> found = new ArrayList<>();
        claims.forEach(claim -> claim.passage().forEach(span -> found.add(new Found(claim, span))));
        found.sort(Comparator.comparingInt((Found f) -> f.span().startAt())
                .thenComparing(f -> f.span().startAt() - f.span().endAt()));
        List<Stretch> stretches = new ArrayList<>();
        int[] busyUntil = {0, 0};
        for (Found f : found) {
            int lane = busyUntil[0] <= f.span().startAt()
                    ? 0
                    : busyUntil[1] <= f.span().startAt() ? 1 : 2;
            if (lane < 2) {
                busyUntil[lane] = f.span().endAt();
            }
            stretches.add(new Stretch(f.claim(), f.span().startAt(), f.span().endAt(), lane));
        }
        return stretches;
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        String whole = text.slice(0, text.length());
        int start = 0;
        int at = 0;
        Active active = new Active();
        for (int i = 0; i < whole.length(); ) {
            int c = whole.codePointAt(i);
            if (c == '\n') {
                boolean crlf = at > start && whole.charAt(i - 1) == '\r';
                int end = crlf ? at - 1 : at;
                lines.add(new Line(active.segments(start, end), crlf ? "&#13;\n" : "\n"));
                start = at + 1;
            }
            i += Character.charCount(c);
            at++;
        }
        if (start < text.length() || lines.isEmpty()) {
            lines.add(new Line(active.segments(start, text.length()), ""));
        }
        return lines;
    }

    /** Walks over the stretches once, in step with the lines. */
    private final class Active {

        private int nextStretch;
        private int nextBoilerplate;
        private final List<Stretch> here = new ArrayList<>();

        List<Segment> segments(int start, int end) {
            here.removeIf(s -> s.end() <= start);
            while (nextStretch < stretches.size() && stretches.get(nextStretch).start() < end) {
                here.add(stretches.get(nextStretch++));
            }
            List<BoilerplateView> parts = new ArrayList<>();
            while (nextBoilerplate < boilerplate.size()
                    && boilerplate.get(nextBoilerplate).startAt() < end) {
                parts.add(boilerplate.get(nextBoilerplate));
                if (boilerplate.get(nextBoilerplate).endAt() > end) {
                    break;
                }
                nextBoilerplate++;
            }
            TreeSet<Integer> cuts = new TreeSet<>();
            cuts.add(start);
            cuts.add(end);
            here.forEach(s -> cut(cuts, s.start(), s.end(), start, end));
            parts.forEach(b -> cut(cuts, b.startAt(), b.endAt(), start, end));
            List<Segment> segments = new ArrayList<>();
            Integer from = cuts.pollFirst();
            while (from != null && !cuts.isEmpty()) {
                int to = cuts.pollFirst();
                segments.add(segment(from, to, parts));
                from = to;
            }
            return segments;
        }

        private void cut(TreeSet<Integer> cuts, int from, int to, int start, int end) {
            if (from > start && from < end) {
                cuts.add(from);
            }
            if (to > start && to < end) {
                cuts.add(to);
            }
        }

        private Segment segment(int from, int to, List<BoilerplateView> parts) {
            String kind = parts.stream()
                    .filter(b -> b.startAt() <= from && to <= b.endAt())
                    .map(BoilerplateView::kind)
                    .findFirst()
                    .orElse(null);
            List<Stretch> over = here.stream()
                    .filter(s -> s.start() <= from && to <= s.end())
                    .sorted(Comparator.comparingInt(Stretch::lane))
                    .toList();
            return new Segment(text.slice(from, to), kind, over.isEmpty() ? null : mark(from, to, over));
        }
    }

    private Mark mark(int from, int to, List<Stretch> over) {
        Stretch shortest = over.stream()
                .min(Comparator.comparingInt(s -> s.end() - s.start()))
                .orElseThrow();
        ClaimView named = over.get(0).claim();
        int number = counts.merge(named.id(), 1, Integer::sum);
        boolean last = over.stream().anyMatch(s -> s.end() == to && isLast(s));
        RatingMark rating = over.stream()
                .map(s -> ratings.get(s.claim().id()))
                .filter(r -> r != null)
                .findFirst()
                .orElse(null);
        return new Mark(
                "mark-" + named.id() + "-" + number,
                over.stream().map(s -> Long.toString(s.claim().id())).distinct().collect(Collectors.joining(" ")),
                state(over, 0),
                state(over, 1),
                shortest.claim().id(),
                begun.add(shortest.claim().id()),
                last,
                rating == null ? null : rating.code(),
                rating == null || !last ? null : rating.label());
    }

    private static boolean isLast(Stretch stretch) {
        return stretch.claim().passage().stream()
                        .mapToInt(PassageSpan::endAt)
                        .max()
                        .orElse(0)
                == stretch.end();
    }

    private static @Nullable String state(List<Stretch> over, int lane) {
        return over.stream()
                .filter(s -> s.lane() == lane)
                .map(s -> s.claim().state().code())
                .findFirst()
                .orElse(null);
    }
}
