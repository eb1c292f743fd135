-- A safeguarding concern stands on the timeline; what it is about does not.
alter table casework.moment drop constraint moment_kind_check;
alter table casework.moment add constraint moment_kind_check
  check (kind in ('CONTACT', 'CRISIS', 'NEED', 'GOAL', 'ACTION', 'APPOINTMENT', 'SAFEGUARDING', 'ORDER', 'ACCOMMODATION', 'ASSESSMENT', 'PLAN', 'ALLOCATION', 'NOTE', 'CASE'));
