-- What an account asks for besides its password.

-- The secret that one-time codes are made from, sealed with the desk's own key, which is not in the database. A row without
-- confirmed_at is being set up: it lets nobody in and keeps nobody out.
create table one_time_code (
    account_id   bigint      primary key references account (id),
    sealed       bytea       not null,
    created_at   timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);

-- Codes for the day the telephone is lost. Each works once; only a keyed hash of it is here.
create table recovery_code (
    id         bigint generated always as identity primary key,
    account_id bigint      not null references account (id),
    code_hash  bytea       not null,
    created_at timestamptz not null,
    used_at    timestamptz,
    constraint recovery_code_once unique (account_id, code_hash)
);

-- Whether everybody has to have a second factor: the newest row holds.
create table second_factor_rule (
    id          bigint generated always as identity primary key,
    required    boolean     not null,
    set_by      bigint      references account (id),
    set_by_name text        not null,
    set_at      timestamptz not null
);
create index second_factor_rule_set_by on second_factor_rule (set_by);
create trigger second_factor_rule_only_grows before update or delete on second_factor_rule
    for each row execute function refuse_change();
create trigger second_factor_rule_keeps_all before truncate on second_factor_rule
    for each statement execute function refuse_change();
