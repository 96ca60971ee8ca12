-- How a row of the history is sealed. Format 1 seals the actor's name; format 2 seals the account in its place, and a
-- salt, so that a name can be taken out later, and what a row says cannot be guessed from its hash. A row of format 1
-- whose name was taken out keeps its hash, which then cannot be recomputed.
alter table revision
    add column seal        smallint not null default 1,
    add column salt        bytea,
    add column name_erased boolean  not null default false,
    add constraint revision_seal_known check (seal in (1, 2)),
    add constraint revision_salt_fits check (case seal when 1 then salt is null
        else salt is not null and octet_length(salt) = 16 end),
    add constraint revision_name_erased_fits check (not name_erased or actor_id is not null);
