alter table notification
    drop constraint notification_kind_known,
    add constraint notification_kind_known check (kind in
        ('assigned', 'reassigned', 'released', 'second_review_wanted', 'second_review_done', 'disagreement', 'recalled',
         'published', 'corrected', 'mentioned', 'replied', 'review_due', 'moderated', 'appealed', 'appeal_decided'));
alter table notification_preference
    drop constraint notification_preference_kind_known,
    add constraint notification_preference_kind_known check (kind in
        ('assigned', 'reassigned', 'released', 'second_review_wanted', 'second_review_done', 'disagreement', 'recalled',
         'published', 'corrected', 'mentioned', 'replied', 'review_due', 'moderated', 'appealed', 'appeal_decided'));
