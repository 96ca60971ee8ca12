package org.claimtrail.oidc;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signed in at the provider, as it describes them. Only issuer and subject say who it is; the rest may change.
 *
 * @param email null where the provider names none, or says that it did not check it
 * @param name may be empty
 * @param groups may be empty
 * @param strong whether the provider says that it asked for more than a password
 */
public record OidcPerson(
        String issuer, String subject, @Nullable String email, String name, Set<String> groups, boolean strong) {}
