-- When a worker and a client meet stands on the timeline.
alter table casework.moment drop constraint moment_kind_check;
alter table casework.moment add constraint moment_kind_check
  check (kind in ('CONTACT', 'CRISIS', 'NEED', 'GOAL', 'ACTION', 'APPOINTMENT', 'ORDER', 'ACCOMMODATION', 'ASSESSMENT', 'PLAN', 'ALLOCATION', 'NOTE', 'CASE'));
