-- Which part of a thing a decision is about, and on what ground something is hidden.
-- Reasons are public from now on; those from before were given for admins.
alter table moderation_entry
    add part          text,
    add person_id     bigint references account (id),
    add ground        text,
    add reason_public boolean not null default false,
    add constraint moderation_entry_part_known check (part in ('wording', 'reasoning', 'evidence', 'comment', 'name')),
    add constraint moderation_entry_ground_known check (ground in ('spam', 'insult', 'private', 'unlawful', 'other')),
    add constraint moderation_entry_name_of_a_person check ((person_id is not null) = (part is not null and part = 'name'));
create index moderation_entry_person_id on moderation_entry (person_id) where person_id is not null;

-- Hiding one part of what stands at a claim, or showing it again. What is hidden stays as it is in its own row;
-- readers get the notice in its place, in the words in which it was given when it was hidden.
create table hiding_act (
    id          bigint generated always as identity primary key,
    entry_id    bigint  not null references moderation_entry (id),
    claim_id    bigint  not null references claim (id),
    part        text    not null,
    evidence_id bigint  references evidence (id),
    comment_id  bigint,
    person_id   bigint  references account (id),
    item_id     bigint  not null generated always as (coalesce(evidence_id, comment_id, person_id, 0)) stored,
    hide        boolean not null,
    ground      text,
    notice      text,
    foreign key (comment_id, claim_id) references comment (id, claim_id),
    constraint hiding_act_entered_once unique (entry_id),
    constraint hiding_act_part_known check (part in ('wording', 'reasoning', 'evidence', 'comment', 'name')),
    constraint hiding_act_of_its_part check ((part = 'evidence') = (evidence_id is not null)
        and (part = 'comment') = (comment_id is not null) and (part = 'name') = (person_id is not null)),
    constraint hiding_act_ground_known check (ground in ('spam', 'insult', 'private', 'unlawful', 'other')),
    constraint hiding_act_says_why check (hide = (ground is not null) and hide = (notice is not null)),
    constraint hiding_act_notice_length check (char_length(notice) between 1 and 300)
);
create index hiding_act_newest on hiding_act (claim_id, part, item_id, id desc);
create index hiding_act_evidence_id on hiding_act (evidence_id) where evidence_id is not null;
create index hiding_act_comment_id on hiding_act (comment_id) where comment_id is not null;
create index hiding_act_person_id on hiding_act (person_id) where person_id is not null;
create trigger hiding_act_only_grows before update or delete on hiding_act
    for each row execute function refuse_change();
create trigger hiding_act_keeps_all before truncate on hiding_act
    for each statement execute function refuse_change();

create view hidden_now as
select * from (select distinct on (claim_id, part, item_id) * from hiding_act
               order by claim_id, part, item_id, id desc) newest
where hide;

-- What is said in place of something hidden; null where it is shown.
create function hidden_notice(of_claim bigint, of_part text, of_item bigint) returns text language plpgsql stable as $$
begin
    return (select case when h.hide then h.notice end from hiding_act h
            where h.claim_id = of_claim and h.part = of_part and h.item_id = of_item order by h.id desc limit 1);
end
$$;

-- Each text as it may be read. Whoever selects one of these columns for a page selects it through its function.
create function shown_wording(of_claim bigint, words text) returns text language plpgsql stable as $$
begin
    return case when words is not null then coalesce(hidden_notice(of_claim, 'wording', 0), words) end;
end
$$;
create function shown_reasoning(of_claim bigint, words text) returns text language plpgsql stable as $$
begin
    return case when words <> '' then coalesce(hidden_notice(of_claim, 'reasoning', 0), words) else words end;
end
$$;
create function shown_evidence(of_claim bigint, evidence bigint, words text, otherwise text) returns text
language plpgsql stable as $$
begin
    return case when hidden_notice(of_claim, 'evidence', evidence) is null then words else otherwise end;
end
$$;
create function shown_comment(of_claim bigint, comment bigint, words text) returns text language plpgsql stable as $$
begin
    return case when words <> '' then coalesce(hidden_notice(of_claim, 'comment', comment), words) else words end;
end
$$;
create function shown_name(of_claim bigint, person bigint, name text) returns text language plpgsql stable as $$
begin
    return case when name is not null and person is not null
        then coalesce(hidden_notice(of_claim, 'name', person), name) else name end;
end
$$;

-- Whether a revision says something that is hidden: facts are what it took away, or what it set.
create function tells_hidden(of_claim bigint, actor bigint, facts jsonb) returns boolean language plpgsql stable as $$
begin
    return exists (
        select 1 from hidden_now h where h.claim_id = of_claim and case h.part
            when 'wording' then jsonb_exists(facts, 'wording')
            when 'reasoning' then jsonb_exists_any(facts,
                array['verdict.explanation', 'verdict.adjudication', 'second.explanation'])
            when 'evidence' then exists (select 1 from jsonb_object_keys(facts) k where k like 'evidence.' || h.item_id || '.%')
            when 'name' then h.item_id = actor or jsonb_exists(facts, 'interest.' || h.item_id)
                or exists (select 1 from jsonb_each_text(facts) f join revision r on r.actor_name = f.value
                           where f.key in ('verdict.reviewer', 'verdict.second-reviewer', 'verdict.adjudicator',
                                           'second.reviewer')
                             and r.claim_id = of_claim and r.actor_id = h.item_id)
            else false end);
end
$$;
