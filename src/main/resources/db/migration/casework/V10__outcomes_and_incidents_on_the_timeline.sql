-- How things are, at intake, on the way and at the end, and each time something happened, stands on the timeline.
alter table casework.moment drop constraint moment_kind_check;
alter table casework.moment add constraint moment_kind_check
  check (kind in ('CONTACT', 'CRISIS', 'NEED', 'GOAL', 'ACTION', 'INCIDENT', 'OUTCOME', 'ONWARD', 'APPOINTMENT', 'SAFEGUARDING', 'ORDER', 'ACCOMMODATION', 'ASSESSMENT', 'PLAN', 'ALLOCATION', 'NOTE', 'CASE'));
