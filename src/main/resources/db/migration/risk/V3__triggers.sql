-- Something that changes danger happened: the last assessment no longer says how it is. Answered by the next one.
create table risk.trigger (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  case_id         uuid not null,
  kind            text not null check (kind in ('CRISIS', 'ORDER_BROKEN', 'RELEASE', 'NEW_INCIDENT', 'SEPARATION', 'COURT', 'PREGNANCY', 'FOUND', 'NEW_PARTNER', 'OTHER')),
  happened_on     date not null,
  words           bytea,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  answered_at     timestamptz
);
create index trigger_of_case on risk.trigger (case_id) where answered_at is null;
create index trigger_open on risk.trigger (organisation_id, side, recorded_at desc) where answered_at is null;
call risk.wall('risk.trigger');
grant select, insert, update (answered_at) on risk.trigger to ${app};
