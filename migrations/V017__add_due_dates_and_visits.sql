-- When the checking of a claim should be done.
alter table claim add column due_on date;
create index claim_due_on on claim (due_on, id) where due_on is not null;
-- The queue's stale claims: those in review whose last change lies far back.
create index claim_changed_at on claim (changed_at, id) where state in ('in_review', 'second_review');

-- The newest revision of a claim that somebody has seen, to tell what changed since.
create table claim_visit (
    account_id bigint      not null references account (id),
    claim_id   bigint      not null references claim (id),
    number     integer     not null,
    seen_at    timestamptz not null,
    primary key (account_id, claim_id)
);
create index claim_visit_claim_id on claim_visit (claim_id);
