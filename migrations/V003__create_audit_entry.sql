-- Refuses every change to a table that only grows. Used as a trigger on each such table.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'table % only grows: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

create table audit_entry (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    actor_id   bigint references account (id),
    actor_name text        not null,
    action     text        not null,
    subject    text        not null,
    details    jsonb       not null default '{}',
    constraint audit_entry_action_length check (char_length(action) between 1 and 60)
);
create index audit_entry_actor_id on audit_entry (actor_id, id);
create index audit_entry_action on audit_entry (action, id);

create trigger audit_entry_only_grows before update or delete on audit_entry
    for each row execute function refuse_change();
create trigger audit_entry_keeps_all before truncate on audit_entry
    for each statement execute function refuse_change();
