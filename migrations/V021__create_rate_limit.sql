-- How much of a limit somebody has used. The subject is a digest of an address, an account or an e-mail; the row says when
-- all of it will have come back, and means nothing after that. Unlogged: a crash empties it, which only forgives.
create unlogged table rate_limit (
    name       text        not null,
    subject    bytea       not null,
    whole_at   timestamptz not null,
    told_at    timestamptz,
    primary key (name, subject),
    constraint rate_limit_name_length check (char_length(name) between 1 and 40),
    constraint rate_limit_subject_size check (octet_length(subject) = 16)
) with (fillfactor = 50);
create index rate_limit_whole_at on rate_limit (whole_at);
