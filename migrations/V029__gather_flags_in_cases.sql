-- Open flags on one claim become one case; each flag that was decided had a decision of its own, and is a case of its own.
insert into moderation_case (claim_id, opened_at)
select claim_id, min(raised_at) from flag where decided_at is null group by claim_id;
update flag f set case_id = k.id from moderation_case k where f.decided_at is null and k.claim_id = f.claim_id;

do $$
declare
    decided record;
begin
    for decided in select * from flag where case_id is null order by id loop
        with made as (
            insert into moderation_case (claim_id, opened_at, closed_at)
            values (decided.claim_id, decided.raised_at, decided.decided_at) returning id)
        update flag set case_id = made.id from made where flag.id = decided.id;
    end loop;
end
$$;

alter table flag alter case_id set not null;
create index flag_case_id on flag (case_id, id);
drop index flag_open;
alter table flag drop column claim_id;
alter table flag drop column decided_at;
