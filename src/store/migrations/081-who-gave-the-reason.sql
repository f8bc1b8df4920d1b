-- Who last said why a report is restated, or what is done by publishing it: they wrote on it as well, and do not check it.
alter table reports add column changed_by text check (length(changed_by) <= 250);
