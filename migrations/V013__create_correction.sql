-- Each correction of a public verdict, and its withdrawal, with the states of the claim's history before and after it.
create table correction (
    id                  bigint generated always as identity primary key,
    claim_id            bigint      not null references claim (id),
    tier                text        not null,
    note                text        not null,
    at                  timestamptz not null,
    actor_id            bigint      references account (id),
    actor_name          text        not null,
    revision_before     integer     not null,
    revision_after      integer     not null,
    scale_before        text,
    rating_code_before  text,
    rating_label_before text,
    scale_after         text,
    rating_code_after   text,
    rating_label_after  text,
    foreign key (claim_id, revision_before) references revision (claim_id, number),
    foreign key (claim_id, revision_after) references revision (claim_id, number),
    constraint correction_once unique (claim_id, revision_after),
    constraint correction_tier_known check (tier in ('typo', 'non_rating', 'rating', 'withdrawal')),
    constraint correction_note_length check (char_length(note) between 1 and 2000),
    constraint correction_in_order check (revision_before < revision_after),
    constraint correction_rating_whole check (num_nonnulls(scale_before, rating_code_before, rating_label_before,
        scale_after, rating_code_after, rating_label_after) = case when tier = 'rating' then 6 else 0 end)
);
create index correction_tier on correction (tier, id desc);
create index correction_actor_id on correction (actor_id);
create index correction_before on correction (claim_id, revision_before);
create unique index correction_withdrawn_once on correction (claim_id) where tier = 'withdrawal';

-- What a fact's value was after a revision.
create function fact_at(of_claim bigint, upto integer, name text) returns text language sql stable as $$
    select r.after ->> name from revision r
    where r.claim_id = of_claim and r.number <= upto and (r.after ? name or r.before ? name)
    order by r.number desc limit 1
$$;

-- Enters the correction that a revision is, if it is one.
create function enter_correction(of_claim bigint, at_number integer) returns void language sql as $$
    insert into correction (claim_id, tier, note, at, actor_id, actor_name, revision_before, revision_after,
        scale_before, rating_code_before, rating_label_before, scale_after, rating_code_after, rating_label_after)
    select r.claim_id, t.tier, r.reason, r.at, r.actor_id, r.actor_name, p.number, r.number,
           old.scale, old.code, old.label, new.scale, new.code, new.label
    from revision r
         join lateral (select max(q.number) as number from revision q
                       where q.claim_id = r.claim_id and q.number < r.number
                         and (q.action in ('corrected', 'restored', 'evidence_attached', 'evidence_changed',
                                           'evidence_removed', 'evidence_put_back')
                              or q.action like 'published\_%')) p on true
         join lateral (select case r.action when 'withdrawn' then 'withdrawal'
                              else fact_at(r.claim_id, r.number, 'verdict.correction') end as tier) t on true
         left join lateral (select s.code || '/' || s.version as scale, g.code, g.label
                            from rating g join rating_scale s on s.id = g.rating_scale_id
                            where t.tier = 'rating'
                              and s.code || '/' || s.version = fact_at(r.claim_id, r.number - 1, 'verdict.scale')
                              and g.label = fact_at(r.claim_id, r.number - 1, 'verdict.rating')) old on true
         left join lateral (select s.code || '/' || s.version as scale, g.code, g.label
                            from rating g join rating_scale s on s.id = g.rating_scale_id
                            where t.tier = 'rating'
                              and s.code || '/' || s.version = fact_at(r.claim_id, r.number, 'verdict.scale')
                              and g.label = fact_at(r.claim_id, r.number, 'verdict.rating')) new on true
    where r.claim_id = of_claim and r.number = at_number
      and r.action in ('corrected', 'restored', 'evidence_attached', 'evidence_changed', 'evidence_removed',
                       'evidence_put_back', 'withdrawn')
      and fact_at(r.claim_id, r.number - 1, 'verdict.published') is not null
$$;

select enter_correction(r.claim_id, r.number) from (
    select claim_id, number from revision
    where action in ('corrected', 'restored', 'evidence_attached', 'evidence_changed', 'evidence_removed',
                     'evidence_put_back', 'withdrawn')
    order by at, claim_id, number) r;

create trigger correction_only_grows before update or delete on correction
    for each row execute function refuse_change();
create trigger correction_keeps_all before truncate on correction
    for each statement execute function refuse_change();

create function claim_change_is_explained() returns trigger language plpgsql as $$
begin
    if new.state = 'corrected'
        and not exists (select 1 from correction c where c.claim_id = new.id and c.tier <> 'withdrawal') then
        raise exception 'claim % is corrected without a correction', new.id using errcode = 'check_violation';
    end if;
    if (new.state = 'withdrawn')
        <> exists (select 1 from correction c where c.claim_id = new.id and c.tier = 'withdrawal') then
        raise exception 'claim % must be withdrawn exactly where a withdrawal stands', new.id
            using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create constraint trigger claim_change_is_explained after insert or update of state on claim
    deferrable initially deferred for each row execute function claim_change_is_explained();
create function correction_fits_its_claim() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from claim c where c.id = new.claim_id
                   and ((new.tier = 'withdrawal' and c.state = 'withdrawn')
                        or (new.tier <> 'withdrawal' and c.state in ('corrected', 'withdrawn')))) then
        raise exception 'a correction stands at claim %, which is not corrected', new.claim_id
            using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create constraint trigger correction_fits_its_claim after insert on correction
    deferrable initially deferred for each row execute function correction_fits_its_claim();
