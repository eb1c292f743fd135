-- Other sets of questions asked within the same assessment, side by side: one judgement stands for all of them.
create table risk.pack (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  case_id         uuid not null,
  assessment_id   uuid not null references risk.assessment,
  response_id     uuid not null unique,
  key             text not null,
  added_by        uuid not null,
  added_at        timestamptz not null,
  unique (assessment_id, key)
);
create index pack_of_case on risk.pack (case_id);
call risk.wall('risk.pack');
call access.erasable('risk.pack');
grant select, insert, delete on risk.pack to ${app};

-- A level that somebody raised between two assessments: at once, alone, with a reason.
create table risk.raised_level (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  case_id         uuid not null,
  from_level      text check (from_level in ('STANDARD', 'RAISED')),
  to_level        text not null check (to_level in ('RAISED', 'HIGH')),
  reason          bytea not null,
  raised_by       uuid not null,
  raised_at       timestamptz not null,
  -- Safety: nobody lowers a level here. Down goes only with an assessment and a second person.
  check (from_level is null or from_level = 'STANDARD' or to_level = 'HIGH' and from_level = 'RAISED')
);
create index raised_level_of_case on risk.raised_level (case_id, raised_at desc);
call risk.wall('risk.raised_level');
call access.erasable('risk.raised_level');
grant select, insert, delete on risk.raised_level to ${app};

-- A second look is owed when a level goes down, and when it is below what a licensed checklist's own threshold asks for.
alter table risk.second_look add column because text not null default 'LOWER' check (because in ('LOWER', 'THRESHOLD'));
