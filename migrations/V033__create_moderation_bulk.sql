-- Which decisions were made together: each is an entry of its own, and one more says that they belong together.
alter table moderation_entry
    drop constraint moderation_entry_decision_known,
    add constraint moderation_entry_decision_known check (decision in
        ('kept', 'corrected', 'hidden', 'shown', 'locked', 'unlocked', 'withdrawn', 'suspended', 'reinstated',
         'upheld', 'reversed', 'bulk_hidden', 'bulk_shown')),
    add constraint moderation_entry_bulk_of_an_account check (decision not in ('bulk_hidden', 'bulk_shown')
        or account_id is not null);
create table moderation_bulk (
    bulk_id  bigint not null references moderation_entry (id),
    entry_id bigint not null references moderation_entry (id),
    primary key (bulk_id, entry_id),
    constraint moderation_bulk_once unique (entry_id),
    constraint moderation_bulk_of_others check (bulk_id < entry_id)
);
create trigger moderation_bulk_only_grows before update or delete on moderation_bulk
    for each row execute function refuse_change();
create trigger moderation_bulk_keeps_all before truncate on moderation_bulk
    for each statement execute function refuse_change();
