-- Documents, and what a manager said when asked, stand on the timeline.
alter table casework.moment drop constraint moment_kind_check;
alter table casework.moment add constraint moment_kind_check
  check (kind in ('CONTACT', 'CRISIS', 'NEED', 'GOAL', 'ACTION', 'INCIDENT', 'OUTCOME', 'LETTER', 'DOCUMENT', 'SUPERVISION', 'ONWARD', 'APPOINTMENT', 'SAFEGUARDING', 'ORDER', 'ACCOMMODATION', 'ASSESSMENT', 'PLAN', 'ALLOCATION', 'NOTE', 'CASE'));
