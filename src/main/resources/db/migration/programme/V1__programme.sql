create schema programme;
grant usage on schema programme to ${app};

-- A partner, earlier partner or new partner of a participant. Who they are stands in people; how they are stands nowhere on this side.
create table programme.partner (
  pair_id         uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  case_id         uuid not null,
  person_id       uuid not null,
  kind            text not null check (kind in ('PARTNER', 'EX_PARTNER', 'NEW_PARTNER')),
  named_by        uuid not null,
  named_at        timestamptz not null,
  unique (case_id, person_id)
);
call access.guard('programme.partner');
call access.workers_of_the_side('programme.partner', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
call access.erasable('programme.partner');
grant select, insert, delete on programme.partner to ${app};

-- It was asked, and there is no partner or ex-partner whom anybody could be in touch with: said by one, agreed by another.
create table programme.no_partner (
  case_id         uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  words           bytea not null,
  said_by         uuid not null,
  said_at         timestamptz not null,
  agreed_by       uuid,
  agreed_at       timestamptz,
  -- Safety: this lets somebody start with nobody to warn, so it takes two.
  check (agreed_by is distinct from said_by),
  check ((agreed_by is null) = (agreed_at is null))
);
call access.guard('programme.no_partner');
call access.workers_of_the_side('programme.no_partner', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
call access.erasable('programme.no_partner');
grant select, insert, update (words, said_by, said_at, agreed_by, agreed_at), delete on programme.no_partner to ${app};
