-- An invitation says that it was answered and no longer when: a month in which few answered told whose answer was whose. The check
-- that named it goes with the column.
alter table survey_invitations drop column answered_in;
