-- Who signs in at a provider of OpenID Connect, known by issuer and subject: an address may pass to somebody else.
create table identity (
    id           bigint generated always as identity primary key,
    account_id   bigint      not null references account (id),
    issuer       text        not null,
    subject      text        not null,
    linked_at    timestamptz not null,
    last_used_at timestamptz,
    constraint identity_unique unique (issuer, subject),
    constraint identity_one_of_issuer unique (account_id, issuer),
    constraint identity_issuer_length check (char_length(issuer) between 1 and 2000),
    constraint identity_subject_length check (char_length(subject) between 1 and 255)
);

-- Whoever is erased does not sign in at a provider any more either.
create or replace function forget_access(person bigint, address text) returns void language plpgsql as $$
declare
    mails text[] := array(select m.id::text from mail m where m.account_id = person);
begin
    delete from spring_session where principal_name = address;
    delete from one_time_code where account_id = person;
    delete from recovery_code where account_id = person;
    delete from passkey where account_id = person;
    delete from passkey_owner where account_id = person;
    delete from identity where account_id = person;
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
