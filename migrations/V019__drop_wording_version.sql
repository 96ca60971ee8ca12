-- Two saves are told apart by the revision that each form showed.
alter table claim drop column wording_version;
