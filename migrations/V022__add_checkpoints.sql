-- All revisions of all claims in one order that only grows, and checkpoints of it: the root of a Merkle tree
-- (RFC 6962) over the hashes of the first so many revisions.
create table revision_log (
    position bigint  primary key,
    claim_id bigint  not null,
    number   integer not null,
    hash     bytea   not null,
    constraint revision_log_position_not_negative check (position >= 0),
    constraint revision_log_once unique (claim_id, number),
    constraint revision_log_hash_size check (octet_length(hash) = 32)
);

-- Hashes of whole subtrees of 256 leaves and more, so that no root and no path reads more than a few hundred leaves. The
-- node (level, place) covers the leaves from place * 2^level on, 2^level of them.
create table log_node (
    level smallint not null,
    place bigint   not null,
    hash  bytea    not null,
    primary key (level, place),
    constraint log_node_level_stored check (level >= 8),
    constraint log_node_hash_size check (octet_length(hash) = 32)
);

create table checkpoint (
    number   integer     primary key,
    at       timestamptz not null,
    size     bigint      not null,
    root     bytea       not null,
    outside  bytea       not null,
    previous bytea       not null,
    hash     bytea       not null,
    constraint checkpoint_hash_unique unique (hash),
    constraint checkpoint_number_positive check (number > 0),
    constraint checkpoint_hash_sizes check (octet_length(root) = 32 and octet_length(outside) = 32
        and octet_length(previous) = 32 and octet_length(hash) = 32)
);

-- The articles that were new or changed at a checkpoint, each with a digest of its details and texts.
create table checkpoint_article (
    checkpoint integer not null references checkpoint (number) deferrable initially deferred,
    article_id bigint  not null,
    version    integer not null,
    digest     bytea   not null,
    primary key (article_id, checkpoint),
    constraint checkpoint_article_digest_size check (octet_length(digest) = 32)
);
create index checkpoint_article_checkpoint on checkpoint_article (checkpoint, article_id);

create trigger revision_log_only_grows before update or delete on revision_log
    for each row execute function refuse_change();
create trigger revision_log_keeps_all before truncate on revision_log
    for each statement execute function refuse_change();
create trigger log_node_only_grows before update or delete on log_node
    for each row execute function refuse_change();
create trigger log_node_keeps_all before truncate on log_node
    for each statement execute function refuse_change();
create trigger checkpoint_only_grows before update or delete on checkpoint
    for each row execute function refuse_change();
create trigger checkpoint_keeps_all before truncate on checkpoint
    for each statement execute function refuse_change();
create trigger checkpoint_article_only_grows before update or delete on checkpoint_article
    for each row execute function refuse_change();
create trigger checkpoint_article_keeps_all before truncate on checkpoint_article
    for each statement execute function refuse_change();

create function checkpoint_continues_the_chain() returns trigger language plpgsql as $$
begin
    if not (new.number = 1 and new.previous = decode(repeat('00', 32), 'hex') and not exists (select 1 from checkpoint))
        and not exists (select 1 from checkpoint c
                        where c.number = new.number - 1 and c.hash = new.previous and c.size <= new.size) then
        raise exception 'checkpoint % does not follow the last one', new.number using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger checkpoint_continues_the_chain before insert on checkpoint
    for each row execute function checkpoint_continues_the_chain();

-- What the next checkpoint has to take in. A queue, since rows become visible in another order than that of their instants.
create table revision_to_log (
    claim_id bigint  not null,
    number   integer not null,
    primary key (claim_id, number)
);
create table article_to_log (
    id         bigint generated always as identity primary key,
    article_id bigint not null
);

create function revision_is_to_be_logged() returns trigger language plpgsql as $$
begin
    insert into revision_to_log (claim_id, number) select a.claim_id, a.number from added a;
    return null;
end
$$;
create trigger revision_is_to_be_logged after insert on revision
    referencing new table as added for each statement execute function revision_is_to_be_logged();

create function article_is_to_be_logged() returns trigger language plpgsql as $$
begin
    insert into article_to_log (article_id) values (new.id);
    return null;
end
$$;
create trigger article_is_to_be_logged after insert or update on article
    for each row execute function article_is_to_be_logged();

create function article_text_is_to_be_logged() returns trigger language plpgsql as $$
begin
    insert into article_to_log (article_id) values (new.article_id);
    return null;
end
$$;
create trigger article_text_is_to_be_logged after insert on article_revision
    for each row execute function article_text_is_to_be_logged();

insert into revision_to_log (claim_id, number) select claim_id, number from revision;
insert into article_to_log (article_id) select id from article order by id;
