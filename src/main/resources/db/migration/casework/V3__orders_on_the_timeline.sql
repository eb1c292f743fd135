-- Orders of courts and the police stand on the timeline; their next day is looked at like any review, and taken away when there is none left.
alter table casework.moment drop constraint moment_kind_check;
alter table casework.moment add constraint moment_kind_check check (kind in ('CONTACT', 'CRISIS', 'NEED', 'GOAL', 'ACTION', 'ORDER', 'ASSESSMENT', 'PLAN', 'ALLOCATION', 'NOTE', 'CASE'));
grant delete on casework.review to ${app};
