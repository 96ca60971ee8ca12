-- The log by person and by time.
create index audit_entry_actor_name on audit_entry (lower(actor_name), id);
create index audit_entry_at on audit_entry (at);
