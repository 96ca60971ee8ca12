package org.claimtrail.account;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.claimtrail.support.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Passkeys and their owners as they are stored. */
@Component
class PasskeyRows implements PublicKeyCredentialUserEntityRepository, UserCredentialRepository {

    private static final int HANDLE_BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasskeyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return jdbc.sql("select a.email, a.name, o.handle from passkey_owner o join account a on a.id = o.account_id"
                        + " where o.handle = :handle")
                .param("handle", handle.getBytes())
                .query((row, n) -> owner(row))
                .optional()
                .orElse(null);
    }

    /** The owner with this e-mail address, who gets a handle with the first question. */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String email) {
        byte[] handle = new byte[HANDLE_BYTES];
        random.nextBytes(handle);
        jdbc.sql(
                        "insert into passkey_owner (account_id, handle) select id, :handle from account where lower(email) = :email"
                                + " on conflict (account_id) do nothing")
                .param("handle", handle)
                .param("email", email)
                .update();
        return jdbc.sql("select a.email, a.name, o.handle from passkey_owner o join account a on a.id = o.account_id"
                        + " where lower(a.email) = :email")
                .param("email", email)
                .query((row, n) -> owner(row))
                .optional()
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new IllegalStateException("owners are made with the first question");
    }

    @Override
    public void delete(Bytes id) {
        throw new IllegalStateException("passkeys are removed by their owners");
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return jdbc.sql("select p.*, o.handle from passkey p join passkey_owner o on o.account_id = p.account_id"
                        + " where p.credential_id = :id")
                .param("id", credentialId.getBytes())
                .query((row, n) -> passkey(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql("select p.*, o.handle from passkey p join passkey_owner o on o.account_id = p.account_id"
                        + " where o.handle = :handle order by p.id")
                .param("handle", handle.getBytes())
                .query((row, n) -> passkey(row))
                .list();
    }

    /**
     * Adds a passkey, or counts its use.
     *
     * @throws Refused where its counter does not stand higher than before: two devices sign with the same key. A counter that
     *     stays at nought is that of a device that keeps none
     */
    @Override
    public void save(CredentialRecord passkey) {
        int used = jdbc.sql("""
                        update passkey set signature_count = :count, last_used_at = :now
                        where credential_id = :id
                          and (signature_count < :count or (signature_count = 0 and :count = 0))
                        """)
                .param("count", passkey.getSignatureCount())
                .param("now", at(clock.instant()))
                .param("id", passkey.getCredentialId().getBytes())
                .update();
        if (used == 0 && findByCredentialId(passkey.getCredentialId()) != null) {
            throw new Refused("account.passkey.copied");
        }
        if (used == 0) {
            insert(passkey);
        }
    }

    private void insert(CredentialRecord passkey) {
        jdbc.sql("""
                        insert into passkey (account_id, credential_id, public_key, signature_count, uv_initialized,
                            backup_eligible, backup_state, transports, attestation_object, client_data, label, created_at)
                        select account_id, :id, :key, :count, :uv, :eligible, :state, :transports, :attestation, :data,
                            :label, :now
                        from passkey_owner where handle = :handle
                        """)
                .param("id", passkey.getCredentialId().getBytes())
                .param("key", passkey.getPublicKey().getBytes())
                .param("count", passkey.getSignatureCount())
                .param("uv", passkey.isUvInitialized())
                .param("eligible", passkey.isBackupEligible())
                .param("state", passkey.isBackupState())
                .param(
                        "transports",
                        passkey.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .collect(Collectors.joining(",")))
                .param(
                        "attestation",
                        Objects.requireNonNull(passkey.getAttestationObject()).getBytes())
                .param(
                        "data",
                        Objects.requireNonNull(passkey.getAttestationClientDataJSON())
                                .getBytes())
                .param("label", passkey.getLabel())
                .param("now", at(clock.instant()))
                .param("handle", passkey.getUserEntityUserId().getBytes())
                .update();
    }

    /** Remembers a challenge that is given out. */
    void given(Bytes challenge, Duration lifetime) {
        Instant now = clock.instant();
        jdbc.sql("delete from passkey_challenge where expires_at < :now")
                .param("now", at(now))
                .update();
        jdbc.sql("insert into passkey_challenge (challenge, expires_at) values (:challenge, :end)")
                .param("challenge", challenge.getBytes())
                .param("end", at(now.plus(lifetime)))
                .update();
    }

    /** Whether the challenge was given out and not answered yet; now it is. */
    boolean answered(Bytes challenge) {
        return jdbc.sql("delete from passkey_challenge where challenge = :challenge and expires_at >= :now")
                        .param("challenge", challenge.getBytes())
                        .param("now", at(clock.instant()))
                        .update()
                == 1;
    }

    private static PublicKeyCredentialUserEntity owner(ResultSet row) throws SQLException {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(new Bytes(row.getBytes("handle")))
                .name(row.getString("email"))
                .displayName(row.getString("name"))
                .build();
    }

    private static CredentialRecord passkey(ResultSet row) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
        Set<AuthenticatorTransport> transports = Arrays.stream(
                        row.getString("transports").split(","))
                .filter(name -> !name.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(row.getBytes("handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .transports(transports)
                .attestationObject(new Bytes(row.getBytes("attestation_object")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .label(row.getString("label"))
                .created(created)
                .lastUsed(used == null ? created : used.toInstant())
                .build();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
