package org.claimtrail.claim.web;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.claimtrail.claim.Kind;
import org.claimtrail.claim.Wording;
import org.claimtrail.support.Readable;
import org.claimtrail.support.Storable;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;

/** A claim's wording, kind and claimant as typed. */
record WordingForm(
        @Nullable Integer base,

        @Readable(message = "{claim.wording.blank}") @Storable(max = 2000)
        String wording,

        @NotNull(message = "{claim.kind.missing}") @Nullable Kind kind,
        @Storable(max = 200) @Nullable String claimantName,
        @Storable(max = 200) @Nullable String claimantRole) {

    Wording words() {
        return new Wording(
                Objects.requireNonNull(Texts.orNull(wording)),
                Objects.requireNonNull(kind),
                Texts.orNull(claimantName),
                Texts.orNull(claimantRole));
    }
}
