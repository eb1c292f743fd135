-- Looking for a safe place to live stands on the timeline like everything else.
alter table casework.moment drop constraint moment_kind_check;
alter table casework.moment add constraint moment_kind_check
  check (kind in ('CONTACT', 'CRISIS', 'NEED', 'GOAL', 'ACTION', 'ORDER', 'ACCOMMODATION', 'ASSESSMENT', 'PLAN', 'ALLOCATION', 'NOTE', 'CASE'));
