with scale as (
    insert into rating_scale (code, version, name, created_at) values ('desk', 1, 'Truth scale', now()) returning id
)
insert into rating (rating_scale_id, position, code, label, kind, value)
select scale.id, r.position, r.code, r.label, r.kind, r.value
from scale,
     (values (1, 'true', 'True', 'ordered', 5),
             (2, 'mostly_true', 'Mostly true', 'ordered', 4),
             (3, 'half_true', 'Half true', 'ordered', 3),
             (4, 'mostly_false', 'Mostly false', 'ordered', 2),
             (5, 'false', 'False', 'ordered', 1),
             (6, 'misleading', 'Misleading', 'unordered', null),
             (7, 'missing_context', 'Missing context', 'unordered', null),
             (8, 'outdated', 'Outdated', 'unordered', null),
             (9, 'unverifiable', 'Unverifiable', 'no_finding', null)) as r (position, code, label, kind, value);
