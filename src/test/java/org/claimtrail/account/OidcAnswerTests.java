package org.claimtrail.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.claimtrail.WholeApplication;
import org.claimtrail.oidc.OidcProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that come from elsewhere, or from a provider that does not keep to the rules. */
@WholeApplication
@Tag("any-database")
class OidcAnswerTests extends OidcDesk {

    private static final String BEGIN_AGAIN = "This took too long, or was begun elsewhere. Begin again.";

    @Test
    void anAnswerIsTakenOnceAndOnlyWhereItWasAskedFor() throws Exception {
        String callback = PROVIDER.logsIn(begin(browser), login);
        AccountBrowser thief = new AccountBrowser(mvc);
        begin(thief);
        assertThat(refusal(thief, callback)).as("who overheard the answer").isEqualTo(BEGIN_AGAIN);
        assertThat(refusal(new AccountBrowser(mvc), callback))
                .as("who asked nothing")
                .isEqualTo(BEGIN_AGAIN);
        assertThat(comesBack(browser, callback).getRedirectedUrl()).isEqualTo("/");
        assertThat(refusal(browser, callback)).as("a second time").isEqualTo(BEGIN_AGAIN);
    }

    @Test
    void anotherStateIsRefused() throws Exception {
        String callback = PROVIDER.logsIn(begin(browser), login);
        assertThat(refusal(browser, callback.replaceFirst("state=[^&]*", "state=x")))
                .isEqualTo(BEGIN_AGAIN);
        assertThat(refusal(browser, callback)).as("the right one afterwards").isEqualTo(BEGIN_AGAIN);
    }

    @Test
    void anotherCodeOrAnotherIssuerIsRefused() throws Exception {
        String callback = PROVIDER.logsIn(begin(browser), login);
        assertThat(refusal(browser, callback.replaceFirst("code=[^&]*", "code=x")))
                .isEqualTo(NOT_TAKEN);
        callback = PROVIDER.logsIn(begin(browser), login);
        assertThat(refusal(browser, callback + "&iss=https://other.example")).isEqualTo(NOT_TAKEN);
    }

    @Test
    void aCodeOfAnotherTransactionIsRefused() throws Exception {
        String stolen =
                PROVIDER.logsIn(begin(new AccountBrowser(mvc)), login).replaceFirst("^.*[?&](code=[^&]*).*$", "$1");
        String callback = PROVIDER.logsIn(begin(browser), login);
        assertThat(refusal(browser, callback.replaceFirst("code=[^&]*", stolen)))
                .as("its code verifier is another")
                .isEqualTo(NOT_TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "no nonce", "issuer", "audience", "azp", "expired", "issued later"})
    void aTokenThatDoesNotFitIsRefused(String attack) throws Exception {
        Instant now = Instant.now();
        PROVIDER.lie = token -> {
            switch (attack) {
                case "nonce" -> token.claim("nonce", "another");
                case "no nonce" -> token.claims(claims -> claims.remove("nonce"));
                case "issuer" -> token.issuer("https://other.example");
                case "audience" -> token.audience(List.of("another-desk"));
                case "azp" -> token.claim("azp", "another-desk");
                case "expired" -> token.issuedAt(now.minusSeconds(7200)).expiresAt(now.minusSeconds(3600));
                default -> token.issuedAt(now.plusSeconds(3600)).expiresAt(now.plusSeconds(7200));
            }
        };
        refusedWithoutAnAccount();
    }

    @ParameterizedTest
    @ValueSource(strings = {"another key", "another key in the token", "the shared secret", "nothing", "other words"})
    void aTokenThatIsNotSignedByTheProviderIsRefused(String signed) throws Exception {
        PROVIDER.forgery = token -> {
            try {
                JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
                RSAKey key = TestProvider.key();
                return switch (signed) {
                    case "another key" ->
                        signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one"), claims, new RSASSASigner(key));
                    case "another key in the token" ->
                        signed(
                                new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(key.toPublicJWK()),
                                claims,
                                new RSASSASigner(key));
                    case "the shared secret" ->
                        signed(new JWSHeader.Builder(JWSAlgorithm.HS256), claims, new MACSigner(TestProvider.SECRET));
                    case "nothing" -> new PlainJWT(claims).serialize();
                    default -> {
                        Base64URL more = new JWTClaimsSet.Builder(claims)
                                .claim("groups", List.of("chiefs"))
                                .build()
                                .toPayload()
                                .toBase64URL();
                        yield token.replaceFirst("[.].*[.]", "." + more + ".");
                    }
                };
            } catch (ParseException | JOSEException e) {
                throw new IllegalStateException(e);
            }
        };
        refusedWithoutAnAccount();
    }

    private static String signed(JWSHeader.Builder header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private void refusedWithoutAnAccount() throws Exception {
        refused(NOT_TAKEN);
        assertThat(text("select count(*)::text from account where email = :email"))
                .isEqualTo("0");
    }

    @Test
    void whatTheProviderSaysWentWrongIsNotShown() throws Exception {
        String state = begin(browser).replaceFirst("^.*[?&](state=[^&]*).*$", "$1");
        assertThat(refusal(browser, OidcProvider.CALLBACK + "?" + state + "&error=access_denied"))
                .isEqualTo("You did not sign in at the newsroom. Nothing was changed.");
        state = begin(browser).replaceFirst("^.*[?&](state=[^&]*).*$", "$1");
        comesBack(
                browser,
                OidcProvider.CALLBACK + "?" + state
                        + "&error=server_error&error_description=%3Cscript%3Ealert(1)%3C/script%3E");
        String page = browser.get("/sign-in").getContentAsString();
        assertThat(page)
                .contains("You could not be signed in with the newsroom.")
                .doesNotContain("alert(1)");
    }
}
