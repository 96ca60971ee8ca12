-- How each rating scale is used: whether its verdicts need a second review, and whether new ones may still use it.
create table scale_rule (
    code          text    primary key,
    second_review text    not null default 'optional',
    retired       boolean not null default false,
    version       integer not null default 0,
    constraint scale_rule_second_review_known check (second_review in ('required', 'optional', 'off'))
);
insert into scale_rule (code) select distinct code from rating_scale;
alter table rating_scale add constraint rating_scale_code_ruled foreign key (code) references scale_rule (code);

-- The labels that new verdicts choose from: the newest version of each scale that is not retired.
create view rating_in_use as
    select r.id, s.code as scale_code, r.position
    from rating r join rating_scale s on s.id = r.rating_scale_id join scale_rule u on u.code = s.code
    where not u.retired and s.version = (select max(n.version) from rating_scale n where n.code = s.code);

alter table claim drop constraint claim_state_known;
alter table claim add constraint claim_state_known check (state in
    ('proposed', 'open', 'dismissed', 'in_review', 'second_review', 'published', 'corrected', 'withdrawn'));
alter table claim drop constraint claim_in_review_has_assignee;
alter table claim add constraint claim_in_review_has_assignee
    check (state not in ('in_review', 'second_review') or assignee_id is not null);

-- What a person has to do with the matter of a claim. Printed beside its verdict where that person reviewed it. One that
-- is taken back still bars from the second review.
create table interest (
    id           bigint generated always as identity primary key,
    claim_id     bigint      not null references claim (id),
    account_id   bigint      not null references account (id),
    account_name text        not null,
    text         text        not null,
    declared_at  timestamptz not null,
    retracted_at timestamptz,
    constraint interest_once unique (claim_id, account_id),
    constraint interest_text_length check (char_length(text) between 1 and 1000)
);
create index interest_account_id on interest (account_id);
create trigger interest_keeps_all before delete on interest
    for each row execute function refuse_change();

-- Whether a person ever had the claim, and so may have read or written its draft.
create function had_claim(of_claim bigint, person bigint) returns boolean language sql stable as $$
    select exists (select 1 from revision r where r.claim_id = of_claim and r.after ->> 'assignee' = person::text)
$$;
create function declared_interest(of_claim bigint, person bigint) returns boolean language sql stable as $$
    select exists (select 1 from interest i where i.claim_id = of_claim and i.account_id = person)
$$;

-- One row for each time that a draft was submitted. Closed by a recall, by the second rating where it is the same, or
-- by an adjudication.
alter table rating add constraint rating_of_its_scale unique (id, rating_scale_id);
create table second_review (
    id                   bigint generated always as identity primary key,
    claim_id             bigint      not null references claim (id),
    rating_scale_id      bigint      not null,
    submitted_at         timestamptz not null,
    first_reviewer_id    bigint      not null references account (id),
    first_reviewer_name  text        not null,
    first_rating_id      bigint      not null,
    first_explanation    text        not null,
    second_reviewer_id   bigint      references account (id),
    second_reviewer_name text,
    second_rating_id     bigint,
    second_explanation   text,
    given_at             timestamptz,
    adjudicator_id       bigint      references account (id),
    adjudicator_name     text,
    final_rating_id      bigint,
    adjudication_reason  text,
    adjudicated_at       timestamptz,
    recalled_at          timestamptz,
    foreign key (first_rating_id, rating_scale_id) references rating (id, rating_scale_id),
    foreign key (second_rating_id, rating_scale_id) references rating (id, rating_scale_id),
    foreign key (final_rating_id, rating_scale_id) references rating (id, rating_scale_id),
    constraint second_review_by_another check (second_reviewer_id <> first_reviewer_id),
    constraint second_review_given_whole check (num_nonnulls(second_reviewer_id, second_reviewer_name,
        second_rating_id, second_explanation, given_at) in (0, 5)),
    constraint second_review_adjudicated_whole check (num_nonnulls(adjudicator_id, adjudicator_name,
        final_rating_id, adjudication_reason, adjudicated_at) in (0, 5)),
    constraint second_review_adjudicated_where_different check
        (adjudicated_at is null or (given_at is not null and first_rating_id <> second_rating_id)),
    constraint second_review_recalled_unread check (recalled_at is null or given_at is null),
    constraint second_review_explanation_length check
        (char_length(first_explanation) <= 20000 and char_length(second_explanation) <= 20000),
    constraint second_review_reason_length check (char_length(adjudication_reason) between 1 and 2000)
);
create index second_review_claim_id on second_review (claim_id, id);
create index second_review_scale on second_review (rating_scale_id, given_at) where given_at is not null;
create index second_review_first_reviewer on second_review (first_reviewer_id);
create index second_review_second_reviewer on second_review (second_reviewer_id);
create index second_review_adjudicator on second_review (adjudicator_id);
create index second_review_second_rating on second_review (second_rating_id);
create index second_review_final_rating on second_review (final_rating_id);
create index second_review_first_rating on second_review (first_rating_id);
-- One open at a time.
create unique index second_review_open on second_review (claim_id)
    where recalled_at is null and adjudicated_at is null and (second_rating_id is null or second_rating_id <> first_rating_id);

create function second_review_is_impartial() returns trigger language plpgsql as $$
begin
    if declared_interest(new.claim_id, new.second_reviewer_id) or declared_interest(new.claim_id, new.adjudicator_id) then
        raise exception 'a second reviewer of claim % declared an interest', new.claim_id
            using errcode = 'check_violation';
    end if;
    if had_claim(new.claim_id, new.second_reviewer_id) then
        raise exception 'the second reviewer of claim % had it before', new.claim_id using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create constraint trigger second_review_is_impartial after insert or update on second_review
    for each row execute function second_review_is_impartial();
create trigger second_review_keeps_all before delete on second_review
    for each row execute function refuse_change();

alter table verdict
    add column second_reviewer_id   bigint references account (id),
    add column second_reviewer_name text,
    add column second_agreed        boolean,
    add column adjudicator_name     text,
    add column adjudication_reason  text,
    add column valid_as_of          date,
    add column review_by            date,
    add constraint verdict_second_whole check ((second_reviewer_name is null) = (second_agreed is null)),
    add constraint verdict_second_another check (second_reviewer_id <> first_reviewer_id),
    add constraint verdict_dates_in_order check (valid_as_of <= review_by);
create index verdict_second_reviewer on verdict (second_reviewer_id);
create index verdict_review_by on verdict (review_by, claim_id) where review_by is not null;

-- Where a scale demands a second review, nothing becomes public without one.
create function claim_is_published_after_second_review() returns trigger language plpgsql as $$
begin
    if exists (select 1 from verdict v join rating_scale s on s.id = v.rating_scale_id
                   join scale_rule u on u.code = s.code
               where v.claim_id = new.id and u.second_review = 'required' and v.second_reviewer_name is null) then
        raise exception 'claim % is published without the second review that its scale demands', new.id
            using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create constraint trigger claim_is_published_after_second_review after update of state on claim
    deferrable initially deferred for each row
    when (new.state = 'published' and old.state in ('in_review', 'second_review'))
    execute function claim_is_published_after_second_review();
