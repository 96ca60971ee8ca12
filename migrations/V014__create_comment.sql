-- What those who work here say to each other about a claim. Never public, no part of a verdict or of a history.
create table comment (
    id          bigint generated always as identity primary key,
    claim_id    bigint      not null references claim (id),
    parent_id   bigint,
    author_id   bigint      not null references account (id),
    author_name text        not null,
    text        text        not null,
    token       uuid,
    written_at  timestamptz not null,
    edited_at   timestamptz,
    deleted_at  timestamptz,
    version     integer     not null default 0,
    constraint comment_of_its_claim unique (id, claim_id),
    constraint comment_replies_on_its_claim foreign key (parent_id, claim_id) references comment (id, claim_id),
    constraint comment_replies_to_an_older_one check (parent_id < id),
    constraint comment_text_length check (char_length(text) between 1 and 5000),
    constraint comment_edited_has_versions check ((edited_at is null) = (version = 0))
);
create index comment_claim_id on comment (claim_id, id);
create index comment_parent_id on comment (parent_id, claim_id) where parent_id is not null;
create index comment_author_id on comment (author_id, id);
-- A form that is sent twice makes one comment.
create unique index comment_token on comment (author_id, token);
create trigger comment_keeps_all before delete on comment
    for each row execute function refuse_change();

-- Every text that a comment ever had.
create table comment_version (
    comment_id bigint      not null references comment (id),
    number     integer     not null,
    text       text        not null,
    written_at timestamptz not null,
    primary key (comment_id, number),
    constraint comment_version_text_length check (char_length(text) between 1 and 5000)
);
create trigger comment_version_only_grows before update or delete on comment_version
    for each row execute function refuse_change();
create trigger comment_version_keeps_all before truncate on comment_version
    for each statement execute function refuse_change();

-- Whom a comment was to reach, under the name that stands in it.
create table comment_mention (
    comment_id   bigint  not null references comment (id),
    account_id   bigint  not null references account (id),
    account_name text    not null,
    primary key (comment_id, account_id)
);
create index comment_mention_account_id on comment_mention (account_id);
