-- Harm to a partner that the programme knew of, from the police, a court, a referral or the participant: what tells "again, the same partner" from "another partner too".
create table programme.known_harm (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  case_id         uuid not null,
  pair_id         uuid not null,
  -- Safety: a partner is none of these. What partners say stays on the other side.
  who_said        text not null check (who_said in ('POLICE', 'COURT', 'REFERRER', 'PARTNER_ORGANISATION', 'PARTICIPANT')),
  happened_from   date,
  happened_to     date,
  words           bytea,
  written_by      uuid not null,
  written_at      timestamptz not null,
  taken_back_by   uuid,
  taken_back_at   timestamptz,
  check ((happened_from is null) = (happened_to is null) and happened_from <= happened_to),
  check ((taken_back_by is null) = (taken_back_at is null))
);
create index known_harm_of_case on programme.known_harm (case_id, written_at);
create index known_harm_of_side on programme.known_harm (organisation_id, side, case_id) where taken_back_at is null;
call access.guard('programme.known_harm');
call access.workers_of_the_side('programme.known_harm', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
call access.erasable('programme.known_harm');
grant select, insert, update (taken_back_by, taken_back_at), delete on programme.known_harm to ${app};

-- Somebody judged that what is written down does not say which of the two it is.
create table programme.harm_not_known (
  case_id         uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'CHANGE'),
  stands          boolean not null,
  words           bytea,
  said_by         uuid not null,
  said_at         timestamptz not null
);
call access.guard('programme.harm_not_known');
call access.workers_of_the_side('programme.harm_not_known', 'FACILITATOR', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD');
call access.erasable('programme.harm_not_known');
grant select, insert, update (stands, words, said_by, said_at), delete on programme.harm_not_known to ${app};
