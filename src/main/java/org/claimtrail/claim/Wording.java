package org.claimtrail.claim;

import java.util.List;
import java.util.Objects;
import org.claimtrail.history.Facts;
import org.claimtrail.history.Merge;
import org.claimtrail.support.Coded;
import org.jspecify.annotations.Nullable;

/** What people edit of a claim: the proposition in words, its kind, and who said it. */
public record Wording(
        String text,
        Kind kind,
        @Nullable String claimantName,
        @Nullable String claimantRole) {

    /** The text alone, as a form edits it. */
    public static final Merge.Part<Wording> TEXT = Merge.part("wording", Wording::text, "wording");

    static final List<Merge.Part<Wording>> PARTS = List.of(
            TEXT,
            Merge.part("kind", Wording::kind, "kind"),
            Merge.part("claimantName", Wording::claimantName, "claimant.name"),
            Merge.part("claimantRole", Wording::claimantRole, "claimant.role"));

    /** What a claim's facts say; each claim has a wording and a kind. */
    public static Wording of(Facts facts) {
        return new Wording(
                Objects.requireNonNull(facts.get("wording")),
                Coded.of(Kind.class, Objects.requireNonNull(facts.get("kind"))),
                facts.get("claimant.name"),
                facts.get("claimant.role"));
    }

    /** The two joined: for each field, the one's value that the merge keeps. */
    static Wording joined(Merge merge, Wording theirs, Wording mine) {
        return new Wording(
                merge.keepsTheirs("wording") ? theirs.text : mine.text,
                merge.keepsTheirs("kind") ? theirs.kind : mine.kind,
                merge.keepsTheirs("claimantName") ? theirs.claimantName : mine.claimantName,
                merge.keepsTheirs("claimantRole") ? theirs.claimantRole : mine.claimantRole);
    }
}
