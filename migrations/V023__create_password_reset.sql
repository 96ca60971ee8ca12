-- A link that sets a new password for one account, once. As with invitations, only the SHA-256 of its secret is here.
create table password_reset (
    id          bigint generated always as identity primary key,
    account_id  bigint      not null references account (id),
    asked_by    bigint      references account (id),
    secret_hash bytea       not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    revoked_at  timestamptz,
    constraint password_reset_secret_unique unique (secret_hash),
    constraint password_reset_short_lived check (expires_at <= created_at + interval '1 hour'),
    constraint password_reset_ended_once check (num_nonnulls(used_at, revoked_at) <= 1)
);
create index password_reset_account_id on password_reset (account_id, created_at);
create index password_reset_asked_by on password_reset (asked_by);
