/** What holds the pages together: security, errors, the front page and the article page. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "article",
            "audit",
            "claim",
            "export",
            "history",
            "intake",
            "limit",
            "moderation",
            "oidc",
            "review",
            "setting",
            "source",
            "support",
            "splitting"
        })
package org.claimtrail.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
