package org.claimtrail.oidc;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What the provider was asked, kept in the session of whoever is on the way there until they come back.
 *
 * @param request with its state, its nonce and its code verifier
 * @param account the account that is to be linked; null for signing in
 */
public record OidcAsked(
        OAuth2AuthorizationRequest request, @Nullable Long account, Instant at) implements Serializable {

    /** Where to go. */
    public String address() {
        return request.getAuthorizationRequestUri();
    }
}
