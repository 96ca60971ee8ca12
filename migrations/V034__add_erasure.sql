-- Deleting a person. The account stays, since the history names it by its number, under a name that says nothing of them.
alter table account
    alter column email drop not null,
    alter column password_hash drop not null,
    drop constraint account_status_known,
    add constraint account_status_known check (status in ('active', 'suspended', 'erased')),
    add constraint account_erased_is_nobody check ((status = 'erased') = (email is null)
        and (status <> 'erased' or password_hash is null));

-- The one place that says what erased people are called.
create function former_name(number integer) returns text language sql immutable as $$
    select 'Former reviewer ' || number
$$;

-- Who was erased, by whom and why. Only erase_person adds a row.
create table erasure (
    number     integer     primary key,
    account_id bigint      not null references account (id),
    erased_by  bigint      not null references account (id),
    reason     text        not null,
    at         timestamptz not null,
    constraint erasure_once unique (account_id),
    constraint erasure_number_positive check (number > 0),
    constraint erasure_reason_length check (char_length(reason) between 1 and 2000)
);
create index erasure_erased_by on erasure (erased_by);
create trigger erasure_only_grows before update or delete on erasure
    for each row execute function refuse_change();
create trigger erasure_keeps_all before truncate on erasure
    for each statement execute function refuse_change();

-- The erasures that were new at a checkpoint, each with a digest of its row.
create table checkpoint_erasure (
    checkpoint integer not null references checkpoint (number) deferrable initially deferred,
    number     integer primary key references erasure (number),
    digest     bytea   not null,
    constraint checkpoint_erasure_digest_size check (octet_length(digest) = 32)
);
create index checkpoint_erasure_checkpoint on checkpoint_erasure (checkpoint, number);
create trigger checkpoint_erasure_only_grows before update or delete on checkpoint_erasure
    for each row execute function refuse_change();
create trigger checkpoint_erasure_keeps_all before truncate on checkpoint_erasure
    for each statement execute function refuse_change();

-- From now on it marks rows of both formats, and also those that name an erased person as a reviewer.
alter table revision drop constraint revision_name_erased_fits;

alter table moderation_entry
    drop constraint moderation_entry_decision_known,
    add constraint moderation_entry_decision_known check (decision in
        ('kept', 'corrected', 'hidden', 'shown', 'locked', 'unlocked', 'withdrawn', 'suspended', 'reinstated',
         'upheld', 'reversed', 'bulk_hidden', 'bulk_shown', 'erased')),
    add constraint moderation_entry_erased_account check (decision <> 'erased' or account_id is not null);

-- Names are no part of what it looks at.
drop trigger second_review_is_impartial on second_review;
create constraint trigger second_review_is_impartial
    after insert or update of claim_id, second_reviewer_id, adjudicator_id on second_review
    for each row execute function second_review_is_impartial();
