-- Passkeys: what an account signs in with instead of a password. The key itself never leaves its owner's device.

-- What a device calls an account: random, so that it tells nothing.
create table passkey_owner (
    account_id bigint primary key references account (id),
    handle     bytea  not null,
    constraint passkey_owner_handle_unique unique (handle)
);

create table passkey (
    id                 bigint generated always as identity primary key,
    account_id         bigint      not null references passkey_owner (account_id),
    credential_id      bytea       not null,
    public_key         bytea       not null,
    signature_count    bigint      not null,
    uv_initialized     boolean     not null,
    backup_eligible    boolean     not null,
    backup_state       boolean     not null,
    transports         text        not null,
    attestation_object bytea       not null,
    client_data        bytea       not null,
    label              text        not null,
    created_at         timestamptz not null,
    last_used_at       timestamptz,
    constraint passkey_credential_unique unique (credential_id),
    constraint passkey_label_length check (char_length(label) between 1 and 60)
);
create index passkey_account_id on passkey (account_id);

-- Challenges that were given out and not answered yet: an answer takes its row away, so none is taken twice.
create table passkey_challenge (
    challenge  bytea       primary key,
    expires_at timestamptz not null
);
create index passkey_challenge_expires_at on passkey_challenge (expires_at);
