-- Partner support, and where a participant is in the programme, stand on the timeline of their own side.
alter table casework.moment drop constraint moment_kind_check;
alter table casework.moment add constraint moment_kind_check
  check (kind in ('CONTACT', 'CRISIS', 'NEED', 'GOAL', 'ACTION', 'INCIDENT', 'OUTCOME', 'LETTER', 'DOCUMENT', 'SUPERVISION', 'ONWARD', 'APPOINTMENT', 'SAFEGUARDING', 'PARTNER', 'PROGRAMME', 'ORDER', 'ACCOMMODATION', 'ASSESSMENT', 'PLAN', 'ALLOCATION', 'NOTE', 'CASE'));
