-- How things are, each time something was done, and letters stand on the timeline.
alter table casework.moment drop constraint moment_kind_check;
alter table casework.moment add constraint moment_kind_check
  check (kind in ('CONTACT', 'CRISIS', 'NEED', 'GOAL', 'ACTION', 'INCIDENT', 'OUTCOME', 'LETTER', 'ONWARD', 'APPOINTMENT', 'SAFEGUARDING', 'ORDER', 'ACCOMMODATION', 'ASSESSMENT', 'PLAN', 'ALLOCATION', 'NOTE', 'CASE'));
