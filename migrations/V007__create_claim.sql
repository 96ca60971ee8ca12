create sequence claim_seq increment by 50;

create table claim (
    id                  bigint      primary key default nextval('claim_seq'),
    article_id          bigint      not null references article (id),
    article_revision_id bigint      not null references article_revision (id),
    start_at            integer     not null,
    state               text        not null,
    origin              text        not null,
    wording             text        not null,
    kind                text        not null,
    claimant_name       text,
    claimant_role       text,
    score               double precision,
    reasons             text[]      not null default '{}',
    dismissal           text,
    dismissal_note      text,
    assignee_id         bigint      references account (id),
    accepted_at         timestamptz,
    hidden              boolean     not null default false,
    locked              boolean     not null default false,
    created_at          timestamptz not null,
    changed_at          timestamptz not null,
    version             integer     not null default 0,
    wording_version     integer     not null default 0,
    search              tsvector generated always as
        (to_tsvector('simple', wording || ' ' || coalesce(claimant_name, ''))) stored,
    constraint claim_wording_length check (char_length(wording) between 1 and 2000),
    constraint claim_claimant_name_length check (char_length(claimant_name) <= 200),
    constraint claim_claimant_role_length check (char_length(claimant_role) <= 200),
    constraint claim_dismissal_note_length check (char_length(dismissal_note) <= 1000),
    constraint claim_state_known check (state in
        ('proposed', 'open', 'dismissed', 'in_review', 'published', 'corrected', 'withdrawn')),
    constraint claim_origin_known check (origin in ('splitter', 'hand')),
    constraint claim_kind_known check (kind in
        ('quantity', 'event', 'date_plan', 'attribution', 'prediction', 'opinion')),
    constraint claim_dismissal_known check (dismissal in ('not_checkable', 'duplicate', 'trivial', 'wrong_split')),
    constraint claim_dismissed_with_reason check ((state = 'dismissed') = (dismissal is not null)),
    constraint claim_in_review_has_assignee check (state <> 'in_review' or assignee_id is not null),
    constraint claim_waiting_has_no_assignee check (state not in ('proposed', 'open', 'dismissed') or assignee_id is null),
    constraint claim_by_hand_is_accepted check (origin <> 'hand' or state <> 'proposed')
);
create index claim_article_id on claim (article_id, start_at, id);
create index claim_article_queue on claim (article_id, id);
create index claim_article_revision_id on claim (article_revision_id);
create index claim_state on claim (state, id);
create index claim_kind on claim (kind, id);
create index claim_assignee_id on claim (assignee_id, id) where assignee_id is not null;
create index claim_search on claim using gin (search);

-- Where a claim stands in its article revision (W3C Web Annotation, TextPositionSelector and TextQuoteSelector).
-- Offsets count Unicode code points from 0, end exclusive: what substr counts, less one.
create table passage_span (
    claim_id bigint  not null references claim (id),
    position integer not null,
    start_at integer not null,
    end_at   integer not null,
    exact    text    not null,
    prefix   text    not null,
    suffix   text    not null,
    primary key (claim_id, position),
    constraint passage_span_not_empty check (0 <= start_at and start_at < end_at),
    constraint passage_span_exact_length check (char_length(exact) = end_at - start_at)
);

create function passage_span_quotes_its_article() returns trigger language plpgsql as $$
begin
    if not exists (select 1
                   from claim c
                            join article_revision r on r.id = c.article_revision_id
                   where c.id = new.claim_id
                     and substr(r.text, new.start_at + 1, new.end_at - new.start_at) = new.exact) then
        raise exception 'the passage of claim % does not stand at % in its article', new.claim_id, new.start_at
            using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create constraint trigger passage_span_quotes_its_article after insert or update on passage_span
    for each row execute function passage_span_quotes_its_article();

create table claim_quantity (
    claim_id   bigint  not null references claim (id),
    position   integer not null,
    start_at   integer not null,
    end_at     integer not null,
    value      double precision,
    low        double precision,
    high       double precision,
    unit       text,
    comparator text    not null,
    primary key (claim_id, position),
    constraint claim_quantity_comparator_known check (comparator in ('=', '~', '>=', '<=', '>', '<'))
);

create table claim_time (
    claim_id bigint  not null references claim (id),
    position integer not null,
    start_at integer not null,
    end_at   integer not null,
    value    text    not null,
    primary key (claim_id, position)
);

-- What the splitter said of each sentence, so that a page can tell why nothing was proposed there.
create table sentence (
    article_revision_id bigint           not null references article_revision (id),
    number              integer          not null,
    start_at            integer          not null,
    end_at              integer          not null,
    checkworthy         boolean          not null,
    score               double precision not null,
    reasons             text[]           not null,
    not_checkable       text,
    primary key (article_revision_id, number),
    constraint sentence_not_empty check (0 <= start_at and start_at < end_at),
    constraint sentence_not_checkable_known check (not_checkable in
        ('opinion', 'prediction', 'vague', 'private', 'fragment'))
);

create table boilerplate (
    article_revision_id bigint  not null references article_revision (id),
    number              integer not null,
    start_at            integer not null,
    end_at              integer not null,
    kind                text    not null,
    primary key (article_revision_id, number),
    constraint boilerplate_not_empty check (0 <= start_at and start_at < end_at)
);
