package org.claimtrail.export;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where this desk's pages are, as files name it: the configured address, or the one that was asked. */
@Component
class Site {

    private final @Nullable String baseUrl;

    Site(@Value("${claimtrail.base-url:#{null}}") @Nullable String baseUrl) {
        this.baseUrl = baseUrl == null ? null : baseUrl.replaceAll("/+$", "");
    }

    /** Without a slash at the end. To be called while the request is served. */
    String address() {
        return baseUrl == null
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : baseUrl;
    }
}
