-- What the page of the agreement leaves out: drafts that were recalled, or still wait for their second rating.
create index second_review_unrated on second_review (rating_scale_id, recalled_at) where given_at is null;
