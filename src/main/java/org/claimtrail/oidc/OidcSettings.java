package org.claimtrail.oidc;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people sign in besides here: a provider of OpenID Connect. Without an issuer nobody does.
 *
 * @param issuer address of the provider, as it names itself: an HTTPS one, or of this machine; without it nobody signs in at a
 *     provider
 * @param clientId the name that the provider knows the desk by
 * @param clientSecret the secret that goes with it
 * @param name what the pages call the provider, as in “Sign in with …”
 * @param scopes what the provider is asked for
 * @param groupsClaim the claim that names somebody’s groups
 * @param adminGroups groups whose people are admins
 * @param reviewerGroups groups whose people are reviewers; whoever is in none of these and of the admins’ gets no account
 */
@ConfigurationProperties("claimtrail.oidc")
public record OidcSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("single sign-on") String name,
        @DefaultValue({"openid", "profile", "email"}) Set<String> scopes,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Set<String> adminGroups,
        @DefaultValue Set<String> reviewerGroups) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public OidcSettings {
        if (issuer != null && issuer.isBlank()) {
            issuer = null;
        }
        if (issuer != null) {
            refuseUnless(safe(issuer), "claimtrail.oidc.issuer is no https address: " + issuer);
            refuseUnless(clientId != null && !clientId.isBlank(), "claimtrail.oidc.client-id is missing");
            refuseUnless(clientSecret != null && !clientSecret.isBlank(), "claimtrail.oidc.client-secret is missing");
            refuseUnless(
                    !adminGroups.isEmpty() || !reviewerGroups.isEmpty(),
                    "name groups in claimtrail.oidc.admin-groups or claimtrail.oidc.reviewer-groups:"
                            + " whoever is in none of them gets no account");
            scopes = new LinkedHashSet<>(scopes);
            scopes.add("openid");
        }
    }

    boolean configured() {
        return issuer != null;
    }

    /** Whether what goes to an address is read by nobody on the way: by HTTPS, or within this machine. */
    static boolean safe(@Nullable String address) {
        try {
            URI uri = URI.create(address == null ? "" : address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && (scheme.equals("https") || scheme.equals("http") && THIS_MACHINE.contains(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }

    private static void refuseUnless(boolean right, String problem) {
        if (!right) {
            throw new IllegalStateException(problem);
        }
    }
}
