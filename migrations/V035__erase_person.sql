-- What only grows may change in one way: while erase_person takes a person's name out, the columns that can hold it.
create or replace function refuse_change() returns trigger language plpgsql as $$
declare
    names text[];
begin
    if tg_op = 'UPDATE' and current_setting('claimtrail.erasing', true) <> '' then
        names := case tg_table_name
            when 'revision' then array['actor_name', 'before', 'after', 'name_erased']
            when 'audit_entry' then array['actor_name', 'subject', 'details']
            when 'moderation_entry' then array['actor_name']
            when 'correction' then array['actor_name']
            when 'appeal' then array['account_name']
            when 'second_factor_rule' then array['set_by_name']
            when 'comment_version' then array['text'] end;
        if names is not null and to_jsonb(new) - names = to_jsonb(old) - names then
            return new;
        end if;
    end if;
    raise exception 'table % only grows: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end
$$;

-- A row of the table erasure comes from erase_person, which works as the owner, and from nowhere else.
create function erasure_is_under_way() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('claimtrail.erasing', true), '') <> new.account_id::text
        or not pg_has_role(current_user, (select c.relowner from pg_class c where c.oid = tg_relid), 'usage') then
        raise exception 'only erase_person enters an erasure' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;
create trigger erasure_is_under_way before insert on erasure
    for each row execute function erasure_is_under_way();

-- What somebody had begun when they were erased is entered under the name that they have now. The arguments are pairs
-- of columns: the account's number, and the name beside it.
create function name_of_the_erased() returns trigger language plpgsql as $$
declare
    person record;
    added jsonb := to_jsonb(new);
begin
    for i in 0 .. tg_nargs - 1 by 2 loop
        continue when added ->> tg_argv[i] is null or added ->> tg_argv[i + 1] is null;
        -- Waits for an erasure that is under way.
        select a.name, a.status into person from account a where a.id = (added ->> tg_argv[i])::bigint for key share;
        if person.status = 'erased' then
            new := jsonb_populate_record(new, jsonb_build_object(tg_argv[i + 1], person.name));
        end if;
    end loop;
    return new;
end
$$;
create trigger revision_name_of_the_erased before insert on revision for each row when (new.actor_id is not null)
    execute function name_of_the_erased('actor_id', 'actor_name');
create trigger audit_entry_name_of_the_erased before insert on audit_entry for each row when (new.actor_id is not null)
    execute function name_of_the_erased('actor_id', 'actor_name');
create trigger moderation_entry_name_of_the_erased before insert on moderation_entry
    for each row execute function name_of_the_erased('actor_id', 'actor_name');
create trigger correction_name_of_the_erased before insert on correction
    for each row execute function name_of_the_erased('actor_id', 'actor_name');
create trigger appeal_name_of_the_erased before insert on appeal
    for each row execute function name_of_the_erased('account_id', 'account_name');
create trigger second_factor_rule_name_of_the_erased before insert on second_factor_rule
    for each row execute function name_of_the_erased('set_by', 'set_by_name');
create trigger article_name_of_the_erased before insert or update on article
    for each row execute function name_of_the_erased('created_by', 'created_by_name');
create trigger flag_name_of_the_erased before insert on flag
    for each row execute function name_of_the_erased('raised_by', 'raised_by_name');
create trigger interest_name_of_the_erased before insert or update on interest
    for each row execute function name_of_the_erased('account_id', 'account_name');
create trigger comment_name_of_the_erased before insert on comment
    for each row execute function name_of_the_erased('author_id', 'author_name');
create trigger comment_mention_name_of_the_erased before insert on comment_mention
    for each row execute function name_of_the_erased('account_id', 'account_name');
create trigger notification_name_of_the_erased before insert on notification
    for each row execute function name_of_the_erased('by_id', 'by_name');
create trigger second_review_name_of_the_erased before insert or update on second_review
    for each row execute function name_of_the_erased('first_reviewer_id', 'first_reviewer_name',
        'second_reviewer_id', 'second_reviewer_name', 'adjudicator_id', 'adjudicator_name');
create trigger verdict_name_of_the_erased before insert or update on verdict
    for each row execute function name_of_the_erased('first_reviewer_id', 'first_reviewer_name',
        'second_reviewer_id', 'second_reviewer_name');

-- Those of the facts that are names of people, with another in the place of this one.
create function facts_without_name(facts jsonb, name text, instead text, among text[]) returns jsonb
language sql immutable as $$
    select facts || coalesce((select jsonb_object_agg(f.key, instead) from jsonb_each_text(facts) f
                              where f.key = any (among) and f.value = name), '{}')
$$;

-- A text as a regular expression that it alone fits.
create function literally(words text) returns text language sql immutable as $$
    select regexp_replace(words, '([\\^$.|?*+(){}\[\]-])', '\\\1', 'g')
$$;

-- A comment's words with another name where they mention this person. Longer names that begin alike are left alone, as
-- Mentions.java reads them.
create function words_without_mention(words text, name text, instead text, longer text[]) returns text
language plpgsql immutable as $$
declare
    no_longer text := '';
    other text;
begin
    foreach other in array longer loop
        no_longer := no_longer || '(?!' || literally(substr(other, char_length(name) + 1)) || '(?![[:alnum:]]))';
    end loop;
    return left(regexp_replace(words, '(^|[^[:alnum:]])@' || literally(name) || '(?![[:alnum:]])' || no_longer,
        '\1@' || instead, 'gi'), 5000);
end
$$;

-- Ends every way in, and removes what is kept for this person alone.
create function forget_access(person bigint, address text) returns void language plpgsql as $$
declare
    mails text[] := array(select m.id::text from mail m where m.account_id = person);
begin
    delete from spring_session where principal_name = address;
    delete from one_time_code where account_id = person;
    delete from recovery_code where account_id = person;
    delete from passkey where account_id = person;
    delete from passkey_owner where account_id = person;
    delete from password_reset where account_id = person;
    delete from invitation where accepted_by = person;
    delete from sign_in_failure
    where lower(subject) = lower(address) or subject in ('code of ' || person, 'password of ' || person);
    delete from rate_limit
    where subject in (select substr(sha256(convert_to(k, 'UTF8')), 1, 16)
                      from unnest(array[address, 'account ' || person]) k);
    delete from scheduled_tasks
    where task_name = 'send_mail' and task_instance = any (mails)
       or task_name = 'send_account_mail' and lower(substr(task_instance, strpos(task_instance, ' ') + 1)) = lower(address);
    update job_failure set error = regexp_replace(error, literally(address), '…', 'gi')
    where strpos(lower(error), lower(address)) > 0;
    delete from mail where account_id = person;
    delete from notification where account_id = person;
    delete from notification_preference where account_id = person;
    delete from kept_text where account_id = person;
    delete from claim_visit where account_id = person;
end
$$;

-- Puts the pseudonym in the place of the name, wherever it stands as the name of who did something.
create function take_name_out(person bigint, name text, address text, instead text) returns void language plpgsql as $$
#variable_conflict use_variable
declare
    people constant text[] := array['verdict.reviewer', 'verdict.second-reviewer', 'verdict.adjudicator', 'second.reviewer'];
    -- Somebody else is called the same: what stands without a number beside it may be theirs.
    shared boolean := exists (select 1 from account a where lower(a.name) = lower(take_name_out.name) and a.id <> person);
    masked text := left(address, 1) || '…' || substr(address, strpos(address, '@'));
begin
    with f as materialized (
        select c.claim_id, case
            when not shared or not exists (select 1 from revision r join account a on a.id = r.actor_id
                                           where r.claim_id = c.claim_id and a.id <> person
                                             and lower(a.name) = lower(take_name_out.name)) then people
            else array_remove(array[
                case when v.first_reviewer_id = person then 'verdict.reviewer' end,
                case when v.second_reviewer_id = person then 'verdict.second-reviewer' end,
                case when s.adjudicator_id = person then 'verdict.adjudicator' end,
                case when s.second_reviewer_id = person then 'second.reviewer' end], null) end as among
        from claims_of(person) c
             left join verdict v on v.claim_id = c.claim_id
             left join lateral (select * from second_review r where r.claim_id = c.claim_id
                                order by r.id desc limit 1) s on true)
    update revision r
    set actor_name = case when r.actor_id = person then instead else r.actor_name end,
        before = facts_without_name(r.before, name, instead, f.among),
        after = facts_without_name(r.after, name, instead, f.among),
        name_erased = true
    from f
    where f.claim_id = r.claim_id
      and (r.actor_id = person or facts_without_name(r.before, name, instead, f.among) <> r.before
           or facts_without_name(r.after, name, instead, f.among) <> r.after);

    update verdict v set adjudicator_name = instead
    where v.adjudicator_name is not null
      and (select s.adjudicator_id from second_review s where s.claim_id = v.claim_id and s.adjudicated_at is not null
           order by s.id desc limit 1) = person;
    update verdict set first_reviewer_name = instead where first_reviewer_id = person and first_reviewer_name is not null;
    update verdict set second_reviewer_name = instead where second_reviewer_id = person and second_reviewer_name is not null;
    update second_review set first_reviewer_name = instead where first_reviewer_id = person;
    update second_review set second_reviewer_name = instead where second_reviewer_id = person;
    update second_review set adjudicator_name = instead where adjudicator_id = person;
    update correction set actor_name = instead where actor_id = person;
    update interest set account_name = instead where account_id = person;
    update article set created_by_name = instead where created_by = person;
    update flag set raised_by_name = instead where raised_by = person;
    update appeal set account_name = instead where account_id = person;
    update moderation_entry set actor_name = instead where actor_id = person;
    update notification set by_name = instead where by_id = person;
    update second_factor_rule set set_by_name = instead where set_by = person;
    update desk_setting set changed_by_name = instead where changed_by_name = name and not shared;
    update comment set author_name = instead where author_id = person;

    update comment c set text = words_without_mention(c.text, name, instead, m.longer)
    from mentions_of(person, name) m where c.id = m.comment_id;
    update comment_version c set text = words_without_mention(c.text, name, instead, m.longer)
    from mentions_of(person, name) m where c.comment_id = m.comment_id;
    update comment_mention set account_name = instead where account_id = person;

    update audit_entry e
    set actor_name = case when e.actor_id = person then instead else e.actor_name end,
        subject = case when audit_names(e, name, address, masked, shared) then instead else e.subject end,
        details = (select coalesce(jsonb_object_agg(d.key, case when lower(d.value) = lower(address)
                        or not shared and lower(d.value) = lower(name) then instead else d.value end), '{}')
                   from jsonb_each_text(e.details) d where d.key <> 'network'
                        or not (coalesce(e.actor_id, 0) = person or audit_names(e, name, address, masked, shared)))
    where e.actor_id = person or audit_names(e, name, address, masked, shared)
       or exists (select 1 from jsonb_each_text(e.details) d
                  where lower(d.value) = lower(address) or not shared and lower(d.value) = lower(name));
end
$$;

-- The claims in whose history or verdict a person may be named.
create function claims_of(person bigint) returns table (claim_id bigint) language sql stable as $$
    select r.claim_id from revision r where r.actor_id = person
    union select v.claim_id from verdict v where person in (v.first_reviewer_id, v.second_reviewer_id)
    union select s.claim_id from second_review s
          where person in (s.first_reviewer_id, s.second_reviewer_id, s.adjudicator_id)
$$;

-- The comments that mention a person, each with the names it mentions that begin with the same letters and go on.
-- Where it mentions somebody else of the same name, the words are theirs too, and stay.
create function mentions_of(person bigint, name text) returns table (comment_id bigint, longer text[])
language sql stable as $$
    select m.comment_id, array(select o.account_name from comment_mention o
                               where o.comment_id = m.comment_id and char_length(o.account_name) > char_length(name)
                                 and lower(left(o.account_name, char_length(name))) = lower(name))
    from comment_mention m
    where m.account_id = person
      and not exists (select 1 from comment_mention o where o.comment_id = m.comment_id and o.account_id <> person
                      and lower(o.account_name) = lower(name))
$$;

-- Whether an entry of the audit log is about this person, by name or address.
create function audit_names(e audit_entry, name text, address text, masked text, shared boolean) returns boolean
language sql stable as $$
    select lower(e.subject) = lower(address)
        or not shared and e.subject = name
           and e.action in ('suspended', 'reinstated', 'factors_removed', 'password_reset_started', 'mail_given_up')
        or e.action = 'sign_in_failed' and e.subject = masked
           and not exists (select 1 from account a
                           where left(a.email, 1) || '…' || substr(a.email, strpos(a.email, '@')) = masked)
$$;

-- Erases a person, for good. Returns the name that they have from now on.
create function erase_person(person bigint, by_person bigint, why text, erased_at timestamptz) returns text
language plpgsql security definer as $$
declare
    gone account;
    next integer;
    instead text;
begin
    -- In the order in which everybody locks: claims and articles, then accounts. Waits for whatever is being done to these claims, by
    -- this person, and to admins.
    perform 1 from claim c where c.id in (select w.claim_id from claims_of(person) w) order by c.id for update;
    perform 1 from article a where a.created_by = person order by a.id for update;
    perform 1 from account a where a.role = 'admin' and a.status = 'active' order by a.id for no key update;
    select * into gone from account a where a.id = person for update;
    if gone.id is null or gone.status = 'erased' then
        raise exception 'account % cannot be erased', person using errcode = 'check_violation';
    end if;
    if by_person is distinct from person and not exists (select 1 from account a
            where a.id = by_person and a.role = 'admin' and a.status = 'active') then
        raise exception 'account % may not erase another', by_person using errcode = 'insufficient_privilege';
    end if;
    if not exists (select 1 from account a where a.id <> person and a.role = 'admin' and a.status = 'active') then
        raise exception 'account % is the last admin', person using errcode = 'check_violation';
    end if;
    perform pg_advisory_xact_lock(hashtext('claimtrail erasure'));
    select coalesce(max(e.number), 0) + 1 into next from erasure e;
    while exists (select 1 from account a where lower(a.name) = lower(former_name(next))) loop
        next := next + 1;
    end loop;
    instead := former_name(next);
    perform set_config('claimtrail.erasing', person::text, true);
    insert into erasure (number, account_id, erased_by, reason, at) values (next, person, by_person, why, erased_at);
    perform forget_access(person, gone.email);
    update account set name = instead, email = null, password_hash = null, status = 'erased', version = version + 1
    where id = person;
    perform take_name_out(person, gone.name, gone.email, instead);
    perform set_config('claimtrail.erasing', '', true);
    insert into audit_entry (at, actor_id, actor_name, action, subject, details)
    select erased_at, a.id, a.name, 'person_erased', instead, jsonb_build_object('reason', why)
    from account a where a.id = by_person;
    insert into moderation_entry (at, actor_id, actor_name, decision, reason, account_id)
    select erased_at, a.id, a.name, 'erased', why, person from account a where a.id = by_person;
    return instead;
end
$$;

-- It works as the owner: nothing of a caller's making may stand before what it names, and only the program calls it.
do $$
begin
    execute format('alter function erase_person(bigint, bigint, text, timestamptz) set search_path = pg_catalog, %I, pg_temp',
                   current_schema());
end
$$;
revoke execute on function erase_person(bigint, bigint, text, timestamptz) from public;
