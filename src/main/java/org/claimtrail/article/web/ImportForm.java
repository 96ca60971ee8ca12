package org.claimtrail.article.web;

import java.time.LocalDate;
import org.claimtrail.support.PlausibleDate;
import org.claimtrail.support.Storable;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;

/** An article on its way in, by one of three ways; what is left empty is read from the article where it says so. */
record ImportForm(
        @Nullable String how,
        @Nullable String text,
        @Nullable MultipartFile file,
        @Nullable String webAddress,
        @Storable(max = 300) @Nullable String title,
        @Storable(max = 200) @Nullable String publisher,
        @Storable(max = 200) @Nullable String author,
        @Storable(max = 2000) @Nullable String address,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @PlausibleDate @Nullable
        LocalDate publishedOn) {

    static ImportForm empty(String how) {
        return new ImportForm(how, null, null, null, null, null, null, null, null);
    }

    /** The field that a refusal of the article itself stands beside. */
    String contentField() {
        return switch (way()) {
            case "file" -> "file";
            case "address" -> "webAddress";
            default -> "text";
        };
    }

    String way() {
        return how == null ? "paste" : how;
    }
}
