package org.claimtrail.account;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.claimtrail.audit.Audit;
import org.claimtrail.support.DeskAddress;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys: set up, signed in with, renamed, removed. The device asks its owner for a finger, a face or a number each time, so
 * that a passkey alone is both factors.
 */
@Service
public class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_ANSWER = 100_000;
    private static final int MOST = 20;

    /** Who asks to be signed in: the device says who that is. */
    private static final Authentication NOBODY = new AnonymousAuthenticationToken(
            "passkey", "nobody", List.of(new SimpleGrantedAuthority("ROLE_ANONYMOUS")));

    private final PasskeyRows rows;
    private final AccountRepository accounts;
    private final SecondFactors factors;
    private final DeskAddress desk;
    private final String deskName;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private @Nullable Webauthn4JRelyingPartyOperations operations;

    Passkeys(
            PasskeyRows rows,
            AccountRepository accounts,
            SecondFactors factors,
            DeskAddress desk,
            @Value("${claimtrail.desk-name:Claimtrail}") String deskName,
            Audit audit,
            JdbcClient jdbc) {
        this.rows = rows;
        this.accounts = accounts;
        this.factors = factors;
        this.desk = desk;
        this.deskName = deskName;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /**
     * What a device is asked for to make a passkey. To be kept in the session of whoever asked, until it answers.
     *
     * @throws Refused where there are very many already
     */
    @Transactional
    public PublicKeyCredentialCreationOptions begin(DeskUser user) {
        if (list(user.actor().accountId()).size() >= MOST) {
            throw new Refused("account.passkey.many", MOST);
        }
        PublicKeyCredentialCreationOptions options = operations()
                .createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities())));
        rows.given(options.getChallenge(), LIFETIME);
        return options;
    }

    /**
     * Takes a passkey that a device made.
     *
     * @param answer the device's, as JSON
     * @throws Refused where it is no answer to what was asked, or not from this desk's own page
     */
    @Transactional(noRollbackFor = Refused.class)
    public void add(DeskUser user, PublicKeyCredentialCreationOptions asked, String answer, String label) {
        String name = label.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_LABEL || Texts.unstorable(name)) {
            throw new Refused("account.passkey.label.wrong", LONGEST_LABEL);
        }
        PublicKeyCredentialUserEntity owner = Objects.requireNonNull(rows.findByUsername(user.getUsername()));
        refuseUnless(owner.getId().equals(asked.getUser().getId()) && rows.answered(asked.getChallenge()), "stale");
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                    json.readValue(shortEnough(answer), new TypeReference<>() {});
            operations()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            asked, new RelyingPartyPublicKey(credential, name)));
        } catch (RuntimeException e) {
            throw refused(e);
        }
        factors.added(user, "passkey: " + name);
    }

    /** What a device is asked for to sign somebody in. To be kept in the session, until it answers. */
    @Transactional
    public PublicKeyCredentialRequestOptions ask() {
        PublicKeyCredentialRequestOptions options = operations()
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(NOBODY));
        rows.given(options.getChallenge(), LIFETIME);
        return options;
    }

    /**
     * Signs somebody in by their passkey.
     *
     * @throws Suspended where their account is
     * @throws Refused where the answer proves nothing. It says no more than that
     */
    @Transactional(noRollbackFor = {Refused.class, Suspended.class})
    public DeskUser signIn(PublicKeyCredentialRequestOptions asked, String answer) {
        refuseUnless(rows.answered(asked.getChallenge()), "stale");
        PublicKeyCredentialUserEntity owner;
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                    json.readValue(shortEnough(answer), new TypeReference<>() {});
            CredentialRecord known = rows.findByCredentialId(credential.getRawId());
            Bytes handle = credential.getResponse().getUserHandle();
            // The library looks at the key alone: whose it says to be has to be looked at here.
            refuseUnless(known != null && (handle == null || handle.equals(known.getUserEntityUserId())), "owner");
            owner = Objects.requireNonNull(
                    operations().authenticate(new RelyingPartyAuthenticationRequest(asked, credential)));
        } catch (RuntimeException e) {
            throw refused(e);
        }
        DeskUser user = accounts.findByEmail(Account.normalizeEmail(owner.getName()))
                .map(DeskUser::new)
                .orElseThrow(() -> new Refused("account.passkey.refused"));
        user.refuseSuspended();
        return user;
    }

    @Transactional(readOnly = true)
    public List<PasskeyView> list(long accountId) {
        return jdbc.sql(
                        "select id, label, created_at, last_used_at from passkey where account_id = :account order by id")
                .param("account", accountId)
                .query((row, n) -> {
                    OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
                    return new PasskeyView(
                            row.getLong("id"),
                            row.getString("label"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    /** @throws NotFound where this person has none with that number */
    @Transactional
    public void rename(Actor person, long id, String label) {
        String name = label.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_LABEL || Texts.unstorable(name)) {
            throw new Refused("account.passkey.label.wrong", LONGEST_LABEL);
        }
        int found = jdbc.sql("update passkey set label = :label where id = :id and account_id = :account")
                .param("label", name)
                .param("id", id)
                .param("account", person.accountId())
                .update();
        if (found == 0) {
            throw new NotFound("passkey", id);
        }
    }

    /** @throws NotFound where this person has none with that number */
    @Transactional
    public void remove(DeskUser user, long id) {
        String label = jdbc.sql("delete from passkey where id = :id and account_id = :account returning label")
                .param("id", id)
                .param("account", user.actor().accountId())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("passkey", id));
        factors.removed(user, "passkey: " + label);
    }

    /** What was asked, as the browser wants it. */
    public String json(Object options) {
        return json.writeValueAsString(options);
    }

    /** Made when it is first asked for: where the desk is stands fast only once it runs. */
    private synchronized Webauthn4JRelyingPartyOperations operations() {
        Webauthn4JRelyingPartyOperations known = operations;
        if (known == null) {
            URI here = URI.create(Objects.requireNonNullElse(desk.here(), "http://localhost"));
            String origin = here.getScheme() + "://" + here.getAuthority();
            PublicKeyCredentialRpEntity party = PublicKeyCredentialRpEntity.builder()
                    .id(Objects.requireNonNull(here.getHost()))
                    .name(deskName)
                    .build();
            known = new Webauthn4JRelyingPartyOperations(rows, rows, party, Set.of(origin));
            known.setCustomizeCreationOptions(options -> options.timeout(LIFETIME)
                    .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                            .residentKey(ResidentKeyRequirement.REQUIRED)
                            .userVerification(UserVerificationRequirement.REQUIRED)
                            .build()));
            known.setCustomizeRequestOptions(
                    options -> options.timeout(LIFETIME).userVerification(UserVerificationRequirement.REQUIRED));
            operations = known;
        }
        return known;
    }

    private Refused refused(RuntimeException problem) {
        if (problem instanceof Refused refused) {
            return refused;
        }
        LOG.info("A passkey was refused: {}", problem.toString());
        audit.record(null, Actor.VISITOR.name(), "passkey_refused", "", Map.of());
        return new Refused("account.passkey.refused");
    }

    private static String shortEnough(String answer) {
        refuseUnless(answer.length() <= LONGEST_ANSWER, "long");
        return answer;
    }

    private static void refuseUnless(boolean right, String what) {
        if (!right) {
            LOG.info("A passkey was refused: {}", what);
            throw new Refused("account.passkey.refused");
        }
    }
}
