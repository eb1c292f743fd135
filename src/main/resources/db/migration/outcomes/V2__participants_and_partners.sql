-- A participant and, apart from them, the partner or ex-partner are asked at the stages of a programme; everybody else at those of a case.
alter table outcomes.snapshot drop constraint snapshot_stage_check;
alter table outcomes.snapshot drop constraint snapshot_view_check;
alter table outcomes.snapshot add constraint snapshot_stage_check check (stage in ('INTAKE', 'REVIEW', 'EXIT', 'START', 'MIDDLE', 'END', 'SIX_MONTHS', 'TWELVE_MONTHS'));
alter table outcomes.snapshot add constraint snapshot_view_check check (view in ('WORKER', 'CLIENT', 'PARTICIPANT', 'PARTNER'));
alter table outcomes.snapshot add constraint snapshot_stage_of_view check ((view in ('PARTICIPANT', 'PARTNER')) = (stage in ('START', 'MIDDLE', 'END', 'SIX_MONTHS', 'TWELVE_MONTHS')));
-- Safety: the two sources stand on their own sides of the wall, whatever the application does.
alter table outcomes.snapshot add constraint snapshot_side_of_view check (case view when 'PARTICIPANT' then side = 'CHANGE' when 'PARTNER' then side = 'SUPPORT' else true end);
create index snapshot_of_view on outcomes.snapshot (organisation_id, side, view, stage) where view in ('PARTICIPANT', 'PARTNER');
