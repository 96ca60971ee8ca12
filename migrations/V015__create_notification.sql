-- What a person is told. A row holds who did what to which claim: never a rating, never an explanation.
create table notification (
    id             bigint generated always as identity primary key,
    account_id     bigint      not null references account (id),
    kind           text        not null,
    claim_id       bigint      not null references claim (id),
    claim_wording  text        not null,
    by_id          bigint      references account (id),
    by_name        text        not null,
    in_application boolean     not null,
    created_at     timestamptz not null,
    read_at        timestamptz,
    constraint notification_kind_known check (kind in
        ('assigned', 'reassigned', 'released', 'second_review_wanted', 'second_review_done', 'disagreement', 'recalled',
         'published', 'corrected', 'mentioned', 'replied', 'review_due')),
    constraint notification_wording_length check (char_length(claim_wording) between 1 and 2000),
    constraint notification_not_of_own_deed check (by_id is null or by_id <> account_id),
    constraint notification_of_its_account unique (id, account_id)
);
create index notification_shown on notification (account_id, id) where in_application;
create index notification_unread on notification (account_id) where in_application and read_at is null;
create index notification_claim_id on notification (claim_id);
create index notification_by_id on notification (by_id);

-- What those who said so want to be told; for all others the program's defaults hold.
create table notification_preference (
    account_id     bigint  not null references account (id),
    kind           text    not null,
    in_application boolean not null,
    by_mail        boolean not null,
    primary key (account_id, kind),
    constraint notification_preference_kind_known check (kind in
        ('assigned', 'reassigned', 'released', 'second_review_wanted', 'second_review_done', 'disagreement', 'recalled',
         'published', 'corrected', 'mentioned', 'replied', 'review_due'))
);

-- An e-mail that is to go out, or has. Its message id never changes: who gets it twice can tell.
create table mail (
    id              bigint generated always as identity primary key,
    notification_id bigint      not null,
    account_id      bigint      not null references account (id),
    message_id      text        not null,
    created_at      timestamptz not null,
    attempts        integer     not null default 0,
    last_error      text,
    sent_at         timestamptz,
    given_up_at     timestamptz,
    foreign key (notification_id, account_id) references notification (id, account_id),
    constraint mail_once unique (notification_id),
    constraint mail_message_id_unique unique (message_id),
    constraint mail_message_id_form check (message_id ~ '^<[!-;=?-~]+@[!-;=?-~]+>$'),
    constraint mail_attempts_counted check (attempts >= 0),
    constraint mail_last_error_length check (char_length(last_error) <= 500),
    constraint mail_ended_once check (num_nonnulls(sent_at, given_up_at) <= 1)
);
create index mail_account_id on mail (account_id);

-- The jobs that run in the background, in the form that db-scheduler asks for.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
