package org.claimtrail.article.web;

import java.time.LocalDate;
import java.util.Objects;
import org.claimtrail.article.ArticleDetails;
import org.claimtrail.article.ArticleView;
import org.claimtrail.support.PlausibleDate;
import org.claimtrail.support.Readable;
import org.claimtrail.support.Storable;
import org.claimtrail.support.Texts;
import org.claimtrail.support.WebAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What people edit of an article. */
record DetailsForm(
        @Nullable Integer version,

        @Readable(message = "{article.title.blank}") @Storable(max = 300)
        String title,

        @Storable(max = 200) @Nullable String publisher,
        @Storable(max = 200) @Nullable String author,
        @Storable(max = 2000) @Nullable String address,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @PlausibleDate @Nullable
        LocalDate publishedOn) {

    static DetailsForm of(ArticleView article) {
        return new DetailsForm(
                article.version(),
                article.title(),
                article.publisher(),
                article.author(),
                article.address(),
                article.publishedOn());
    }

    /** @throws org.claimtrail.support.InvalidWebAddress where the address is none */
    ArticleDetails details() {
        String typed = Texts.orNull(address);
        return new ArticleDetails(
                Objects.requireNonNull(Texts.orNull(title)),
                Texts.orNull(publisher),
                Texts.orNull(author),
                typed == null ? null : WebAddress.normalize(typed),
                publishedOn);
    }

    /** The version that was edited; one that never was where the form names none. */
    int editedVersion() {
        return version == null ? Integer.MIN_VALUE : version;
    }
}
