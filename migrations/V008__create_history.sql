-- The history of a claim: one row a change, each sealed with a hash over itself and the row before it.
create table revision (
    claim_id      bigint      not null references claim (id),
    number        integer     not null,
    actor_id      bigint      references account (id),
    actor_name    text        not null,
    at            timestamptz not null,
    action        text        not null,
    reason        text,
    before        jsonb       not null,
    after         jsonb       not null,
    previous_hash bytea       not null,
    hash          bytea       not null,
    primary key (claim_id, number),
    constraint revision_number_positive check (number > 0),
    constraint revision_hash_size check (octet_length(hash) = 32 and octet_length(previous_hash) = 32),
    constraint revision_hash_unique unique (hash),
    constraint revision_reason_length check (char_length(reason) <= 2000)
);
create index revision_actor_id on revision (actor_id);
create index revision_at on revision (at);

create trigger revision_only_grows before update or delete on revision
    for each row execute function refuse_change();
create trigger revision_keeps_all before truncate on revision
    for each statement execute function refuse_change();

-- The newest row of each chain, kept apart so that a missing last row is noticed too.
create table chain_head (
    claim_id bigint  primary key references claim (id),
    number   integer not null,
    hash     bytea   not null
);

-- A row may only be put at the end of its chain.
create function revision_continues_its_chain() returns trigger language plpgsql as $$
begin
    if new.number = 1 then
        if new.previous_hash <> decode(repeat('00', 32), 'hex') then
            raise exception 'the first revision of claim % must not follow another', new.claim_id
                using errcode = 'check_violation';
        end if;
    elsif not exists (select 1 from revision r
                      where r.claim_id = new.claim_id and r.number = new.number - 1 and r.hash = new.previous_hash) then
        raise exception 'revision % of claim % does not follow revision %', new.number, new.claim_id, new.number - 1
            using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger revision_continues_its_chain before insert on revision
    for each row execute function revision_continues_its_chain();

create function chain_head_moves_on() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and (tg_op = 'DELETE' or new.number <= old.number) then
        raise exception 'the head of a chain only moves on' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger chain_head_moves_on before update or delete on chain_head
    for each row execute function chain_head_moves_on();
create trigger chain_head_keeps_all before truncate on chain_head
    for each statement execute function refuse_change();
