-- What an admin may set for the whole desk: one row.
create table desk_setting (
    only_row           boolean       primary key default true,
    proposal_threshold numeric(3, 2) not null default 0.50,
    version            integer       not null default 0,
    changed_at         timestamptz,
    changed_by_name    text,
    constraint desk_setting_is_one_row check (only_row),
    constraint desk_setting_proposal_threshold_range check (proposal_threshold between 0.05 and 0.95)
);
insert into desk_setting default values;
