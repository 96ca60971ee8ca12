-- What people type into forms and have not saved yet, so that they can go on at another machine. Only its writer reads it.
create table kept_text (
    account_id bigint      not null references account (id),
    key        text        not null,
    value      text        not null,
    base       integer,
    typed_in   text        not null,
    saved_at   timestamptz not null,
    primary key (account_id, key),
    constraint kept_text_key_form check (key ~ '^[a-z0-9-]{1,100}$'),
    constraint kept_text_value_length check (char_length(value) <= 20000),
    constraint kept_text_typed_in_form check (typed_in ~ '^[a-z0-9]{1,40}$')
);
create index kept_text_saved_at on kept_text (saved_at);
