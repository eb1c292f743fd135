-- Who a person is to another. Safety: both stand on one side of the wall and in one organisation, which the keys below make sure of:
-- no page, search or log of one side needs a row of the other.
create table people.relation (
  id              uuid primary key,
  organisation_id uuid not null,
  side            text not null check (side in ('SUPPORT', 'CHANGE')),
  person_id       uuid not null,
  other_id        uuid not null check (other_id <> person_id),
  kind            text not null check (kind in ('PARTNER', 'EX_PARTNER', 'CHILD', 'PARENT', 'SIBLING', 'OTHER_FAMILY', 'CARER', 'CARED_FOR', 'FRIEND', 'HOUSEMATE', 'OTHER')),
  lives_with      text not null check (lives_with in ('NOT_SAID', 'YES', 'SOMETIMES', 'NO')),
  notes           bytea,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  changed_at      timestamptz not null,
  ended_at        timestamptz,
  version         int not null,
  foreign key (organisation_id, side, person_id) references people.person (organisation_id, side, id),
  foreign key (organisation_id, side, other_id) references people.person (organisation_id, side, id)
);
create unique index one_relation_of_two on people.relation (least(person_id, other_id), greatest(person_id, other_id)) where ended_at is null;
create index relation_of_person on people.relation (person_id);
create index relation_of_other on people.relation (other_id);
call access.guard('people.relation');
call access.workers_of_the_side('people.relation', 'HELPLINE', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT');
grant select, insert, update on people.relation to ${app};

-- Who harms whom, as somebody saw it: provisional, with how sure they were and why. Rows are added, never changed; the newest holds.
create table people.relation_role (
  id              uuid primary key,
  relation_id     uuid not null references people.relation,
  number          int not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  role            text not null check (role in ('NOT_SAID', 'CAUSING_HARM', 'HARMED', 'UNCLEAR', 'HELPS')),
  certainty       text not null check (certainty in ('SAID', 'LIKELY', 'CLEAR')),
  why             bytea,
  said_by         uuid not null,
  said_at         timestamptz not null,
  unique (relation_id, number)
);
call access.guard('people.relation_role');
call access.workers_of_the_side('people.relation_role', 'HELPLINE', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT');
grant select, insert on people.relation_role to ${app};
