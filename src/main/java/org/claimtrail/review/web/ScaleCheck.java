package org.claimtrail.review.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.claimtrail.review.RatingKind;
import org.claimtrail.review.ScaleVersion;
import org.claimtrail.support.Sentences;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;

/** Reads a typed scale: the version it would be, or what is wrong beside which field. */
final class ScaleCheck {

    private static final int LABEL_CHARS = 60;
    private static final int NAME_CHARS = 100;

    private final Sentences sentences;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> labels = new HashSet<>();

    private ScaleCheck(Sentences sentences) {
        this.sentences = sentences;
    }

    /**
     * What a form comes to.
     *
     * @param errors sentences by the id of the field they belong to
     * @param next the version; not to be used where there are errors
     */
    record Result(Map<String, String> errors, ScaleVersion next) {}

    /** A filled row with its index in the form, in the place that it names. */
    private record Placed(int index, int position, ScaleForm.Row row, RatingKind kind) {}

    /** @param current the newest version of the scale; null for a new scale */
    static Result read(ScaleForm form, @Nullable ScaleVersion current, Sentences sentences) {
        return new ScaleCheck(sentences).read(form, current);
    }

    private Result read(ScaleForm form, @Nullable ScaleVersion current) {
        if (current != null) {
            current.labels().forEach(l -> known.add(l.code()));
        }
        String code = Texts.orEmpty(form.code());
        if (!code.matches("[a-z][a-z0-9_]{0,30}")) {
            errors.put("code", sentences.say("scale.code.wrong"));
        } else if (form.isNew() && current != null) {
            errors.put("code", sentences.say("scale.code.taken", code));
        }
        String name = text("name", form.name(), NAME_CHARS, "scale.name.missing");
        List<Placed> placed = placed(form.typed());
        int ordered = (int)
                placed.stream().filter(p -> p.kind() == RatingKind.ORDERED).count();
        if (placed.size() < 2) {
            errors.put("rows", sentences.say("scale.labels.few"));
        } else if (ordered == 1) {
            errors.put("rows", sentences.say("scale.ordered.one"));
        }
        for (Placed p : placed) {
            String own = Texts.orEmpty(p.row().code());
            if (known.contains(own)) {
                taken.add(own);
            }
        }
        Set<String> used = new HashSet<>();
        List<ScaleVersion.Label> found = new ArrayList<>();
        int place = 0;
        for (Placed p : placed) {
            place += p.kind() == RatingKind.ORDERED ? 1 : 0;
            found.add(label(p, place, ordered, used));
        }
        return new Result(errors, new ScaleVersion(code, form.editedVersion() + 1, name, found));
    }

    private ScaleVersion.Label label(Placed p, int place, int ordered, Set<String> used) {
        String at = "rows" + p.index();
        String label = text(at + "-label", p.row().label(), LABEL_CHARS, "scale.label.missing");
        if (!labels.add(label.toLowerCase(Locale.ROOT))) {
            errors.put(at + "-label", sentences.say("scale.label.twice"));
        }
        Integer value = p.kind() == RatingKind.ORDERED ? ordered - place + 1 : null;
        String typed = Texts.orEmpty(p.row().value());
        if (!typed.isEmpty() && value == null) {
            errors.put(at + "-value", sentences.say("scale.value.unordered"));
        } else if (!typed.isEmpty() && !typed.equals(Objects.toString(value))) {
            errors.put(at + "-value", sentences.say("scale.value.disagrees", place, ordered, Objects.toString(value)));
        }
        String own = Texts.orEmpty(p.row().code());
        String code = known.contains(own) && used.add(own) ? own : ScaleVersion.codeFor(label, taken);
        taken.add(code);
        return new ScaleVersion.Label(code, label, p.kind(), value);
    }

    private List<Placed> placed(List<ScaleForm.Row> rows) {
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ScaleForm.Row row = rows.get(i);
            if (row.blank()) {
                continue;
            }
            String typed = Texts.orEmpty(row.position());
            int position = typed.isEmpty() ? Integer.MAX_VALUE : -1;
            if (typed.matches("[1-9]\\d?")) {
                position = Integer.parseInt(typed);
            } else if (!typed.isEmpty()) {
                errors.put("rows" + i + "-position", sentences.say("scale.position.wrong"));
            }
            Optional<RatingKind> kind = Stream.of(RatingKind.values())
                    .filter(k -> k.code().equals(row.kind()))
                    .findFirst();
            if (kind.isEmpty()) {
                errors.put("rows" + i + "-kind", sentences.say("scale.kind.missing"));
            }
            placed.add(new Placed(i, position, row, kind.orElse(RatingKind.UNORDERED)));
        }
        placed.sort(Comparator.comparingInt(Placed::position));
        return placed;
    }

    private String text(String field, @Nullable String typed, int most, String missing) {
        String text = Texts.orEmpty(typed);
        if (text.isEmpty()) {
            errors.put(field, sentences.say(missing));
        } else if (Texts.unstorable(text)) {
            errors.put(field, sentences.say("support.not-storable"));
        } else if (text.codePointCount(0, text.length()) > most) {
            errors.put(field, sentences.say("scale.too-long", most));
        }
        return text;
    }
}
