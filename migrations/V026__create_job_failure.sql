-- Why a job failed last; the scheduler's own table holds how often and when.
create table job_failure (
    task_name     text        not null,
    task_instance text        not null,
    failed_at     timestamptz not null,
    error         text        not null,
    primary key (task_name, task_instance),
    foreign key (task_name, task_instance) references scheduled_tasks (task_name, task_instance) on delete cascade,
    constraint job_failure_error_length check (char_length(error) <= 500)
);
