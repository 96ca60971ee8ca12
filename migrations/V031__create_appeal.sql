-- Whose things a decision is about: they are told of it, and may appeal.
create table moderation_concern (
    entry_id   bigint not null references moderation_entry (id),
    account_id bigint not null references account (id),
    primary key (entry_id, account_id)
);
create index moderation_concern_account_id on moderation_concern (account_id, entry_id);
create trigger moderation_concern_only_grows before update or delete on moderation_concern
    for each row execute function refuse_change();
create trigger moderation_concern_keeps_all before truncate on moderation_concern
    for each statement execute function refuse_change();

-- What somebody says against a decision, once.
create table appeal (
    id           bigint generated always as identity primary key,
    entry_id     bigint      not null references moderation_entry (id),
    account_id   bigint      not null references account (id),
    account_name text        not null,
    words        text        not null,
    at           timestamptz not null,
    constraint appeal_once unique (entry_id),
    constraint appeal_words_length check (char_length(words) between 1 and 2000),
    foreign key (entry_id, account_id) references moderation_concern (entry_id, account_id)
);
create index appeal_account_id on appeal (account_id);
create index appeal_of_concern on appeal (entry_id, account_id);
create trigger appeal_only_grows before update or delete on appeal
    for each row execute function refuse_change();
create trigger appeal_keeps_all before truncate on appeal
    for each statement execute function refuse_change();

create function appeal_is_against_a_measure() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from moderation_entry e where e.id = new.entry_id
                   and e.decision in ('hidden', 'locked', 'suspended')) then
        raise exception 'decision % takes nothing away', new.entry_id using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger appeal_is_against_a_measure before insert on appeal
    for each row execute function appeal_is_against_a_measure();

-- The outcome of an appeal is a decision too, by another admin than the first.
alter table moderation_entry
    add appeal_id bigint references appeal (id),
    drop constraint moderation_entry_decision_known,
    add constraint moderation_entry_decision_known check (decision in
        ('kept', 'corrected', 'hidden', 'shown', 'locked', 'unlocked', 'withdrawn', 'suspended', 'reinstated',
         'upheld', 'reversed')),
    add constraint moderation_entry_outcome_of_an_appeal check ((decision in ('upheld', 'reversed')) = (appeal_id is not null));
create unique index moderation_entry_appeal_decided_once on moderation_entry (appeal_id) where appeal_id is not null;

create function moderation_entry_by_another() returns trigger language plpgsql as $$
begin
    if exists (select 1 from appeal a join moderation_entry e on e.id = a.entry_id
               where a.id = new.appeal_id and new.actor_id in (e.actor_id, a.account_id)) then
        raise exception 'appeal % must be decided by another', new.appeal_id using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger moderation_entry_by_another before insert on moderation_entry
    for each row when (new.appeal_id is not null) execute function moderation_entry_by_another();
