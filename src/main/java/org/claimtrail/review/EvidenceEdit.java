package org.claimtrail.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.claimtrail.history.Facts;
import org.claimtrail.history.Merge;
import org.claimtrail.source.SourceDetails;
import org.claimtrail.support.Coded;
import org.jspecify.annotations.Nullable;

/** What the form of a piece of evidence edits: its source's details and its use. */
record EvidenceEdit(SourceDetails details, EvidenceText text) {

    static EvidenceEdit of(Evidence piece) {
        return new EvidenceEdit(piece.source().details(), piece.text());
    }

    /** What a claim's facts say of a piece; null where it was not attached. */
    static @Nullable EvidenceEdit of(Facts facts, long id) {
        String name = "evidence." + id + ".";
        String title = facts.get(name + "title");
        String stance = facts.get(name + "stance");
        if (title == null || stance == null) {
            return null;
        }
        String published = facts.get(name + "published");
        return new EvidenceEdit(
                new SourceDetails(
                        title, facts.get(name + "publisher"), published == null ? null : LocalDate.parse(published)),
                new EvidenceText(
                        Coded.of(Stance.class, stance),
                        Objects.requireNonNullElse(facts.get(name + "quote"), ""),
                        Objects.requireNonNullElse(facts.get(name + "note"), "")));
    }

    static List<Merge.Part<EvidenceEdit>> parts(long id) {
        String name = "evidence." + id + ".";
        return List.of(
                Merge.part("title", e -> e.details.title(), name + "title"),
                Merge.part("publisher", e -> e.details.publisher(), name + "publisher"),
                Merge.part("publishedOn", e -> e.details.publishedOn(), name + "published"),
                Merge.part("stance", e -> e.text.stance(), name + "stance"),
                Merge.part("quotedPassage", e -> e.text.quotedPassage(), name + "quote"),
                Merge.part("note", e -> e.text.note(), name + "note"));
    }

    /** The two joined: for each field, the one's value that the merge keeps. */
    static EvidenceEdit joined(Merge merge, EvidenceEdit theirs, EvidenceEdit mine) {
        return new EvidenceEdit(
                new SourceDetails(
                        merge.keepsTheirs("title") ? theirs.details.title() : mine.details.title(),
                        merge.keepsTheirs("publisher") ? theirs.details.publisher() : mine.details.publisher(),
                        merge.keepsTheirs("publishedOn") ? theirs.details.publishedOn() : mine.details.publishedOn()),
                new EvidenceText(
                        merge.keepsTheirs("stance") ? theirs.text.stance() : mine.text.stance(),
                        merge.keepsTheirs("quotedPassage") ? theirs.text.quotedPassage() : mine.text.quotedPassage(),
                        merge.keepsTheirs("note") ? theirs.text.note() : mine.text.note()));
    }
}
