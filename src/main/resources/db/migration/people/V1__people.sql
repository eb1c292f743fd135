create schema people;
grant usage on schema people to ${app};

-- A person, once per organisation and side. Names are plain with a key for equality; what could be used to find or recognise somebody is sealed.
create table people.person (
  id                 uuid primary key,
  organisation_id    uuid not null,
  side               text not null check (side in ('SUPPORT', 'CHANGE')),
  given_name         text not null,
  family_name        text not null,
  known_as           text not null,
  given_key          text not null,
  family_key         text not null,
  known_key          text not null,
  born_on            date,
  pronouns           text not null,
  gender             text not null,
  languages          text not null,
  interpreter_needed boolean not null,
  access_needs       bytea,
  notes              bytea,
  safe_contact_id    uuid,
  phone_key          text,
  letters_to_id      uuid,
  letters_held_until timestamptz,
  recorded_by        uuid not null,
  recorded_at        timestamptz not null,
  changed_by         uuid not null,
  changed_at         timestamptz not null,
  version            int not null,
  unique (organisation_id, side, id)
);
create index person_by_name on people.person (organisation_id, side, family_key, given_key);
create index person_by_known_name on people.person (organisation_id, side, family_key, known_key);
create index person_by_birth_date on people.person (organisation_id, side, born_on);
create index person_by_phone on people.person (organisation_id, side, phone_key);
call access.guard('people.person');
create policy own_side on people.person
  using (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side())
  with check (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side());
-- Sending asks the safe-contact gate again, and looks at nothing but that.
create policy sender_asks on people.person for select
  using (access.actor_kind() = 'JOB' and access.job() = 'send-message' and organisation_id = access.organisation());
grant select, insert, update on people.person to ${app};

-- Every set of answers to "when and how may I contact you?", newest in force; nothing is overwritten. Number, e-mail and answers are sealed together.
create table people.safe_contact (
  id              uuid primary key,
  person_id       uuid not null,
  organisation_id uuid not null,
  side            text not null check (side in ('SUPPORT', 'CHANGE')),
  answers         bytea not null,
  phone_key       text,
  checked_on      date,
  expires_on      date,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  foreign key (organisation_id, side, person_id) references people.person (organisation_id, side, id)
);
create index safe_contact_by_person on people.safe_contact (organisation_id, side, person_id, recorded_at desc);
create index safe_contact_by_expiry on people.safe_contact (organisation_id, side, expires_on);
call access.guard('people.safe_contact');
create policy own_side on people.safe_contact
  using (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side())
  with check (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side());
create policy sender_asks on people.safe_contact for select
  using (access.actor_kind() = 'JOB' and access.job() = 'send-message' and organisation_id = access.organisation());
grant select, insert on people.safe_contact to ${app};

-- The one live call that may be made while nobody knows whether calling is safe. Safety: the unique key lets no second one be made to the same number.
create table people.live_call (
  id              uuid primary key,
  person_id       uuid not null,
  organisation_id uuid not null,
  side            text not null check (side in ('SUPPORT', 'CHANGE')),
  phone_key       text not null,
  started_by      uuid not null,
  started_at      timestamptz not null,
  result          text check (result in ('SPOKE', 'NO_ANSWER', 'SOMEONE_ELSE', 'NOT_CALLED')),
  result_at       timestamptz,
  unique (organisation_id, side, person_id, phone_key),
  foreign key (organisation_id, side, person_id) references people.person (organisation_id, side, id)
);
call access.guard('people.live_call');
create policy own_side on people.live_call
  using (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side())
  with check (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side());
create policy sender_asks on people.live_call for select
  using (access.actor_kind() = 'JOB' and access.job() = 'send-message' and organisation_id = access.organisation());
grant select, insert, update on people.live_call to ${app};

-- Contact in spite of the answers, because a life is at risk: for one day, by one way, for a reason somebody answers for.
create table people.risk_to_life (
  id              uuid primary key,
  person_id       uuid not null,
  organisation_id uuid not null,
  side            text not null check (side in ('SUPPORT', 'CHANGE')),
  ground          text not null check (ground in ('MANAGERS_REASON', 'POLICE_WELFARE_CHECK')),
  channel         text check (channel in ('PHONE', 'TEXT', 'VOICEMAIL', 'EMAIL', 'LETTER')),
  reason          bytea not null,
  decided_by      uuid not null,
  decided_at      timestamptz not null,
  until           timestamptz not null,
  check ((ground = 'MANAGERS_REASON') = (channel is not null)),
  foreign key (organisation_id, side, person_id) references people.person (organisation_id, side, id)
);
create index risk_to_life_by_person on people.risk_to_life (organisation_id, side, person_id, until desc);
call access.guard('people.risk_to_life');
create policy own_side_reads on people.risk_to_life for select
  using (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side());
-- Safety: "never" gives way to a manager's own reason only; any worker may ask the police to look.
create policy decides on people.risk_to_life for insert with check (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side() and decided_by = access.worker()
  and (ground = 'POLICE_WELFARE_CHECK' or access.has_role('MANAGER')));
create policy sender_asks on people.risk_to_life for select
  using (access.actor_kind() = 'JOB' and access.job() = 'send-message' and organisation_id = access.organisation());
grant select, insert on people.risk_to_life to ${app};

-- The compartment: where people live. Read by nothing but the deliberate look at one address.
create table people.address (
  id              uuid primary key,
  person_id       uuid not null,
  organisation_id uuid not null,
  side            text not null check (side in ('SUPPORT', 'CHANGE')),
  kind            text not null check (kind in ('HOME', 'STAYING_AT', 'REFUGE')),
  lines           bytea,
  postcode        bytea,
  area            bytea,
  address_key     text,
  guarded         boolean not null,
  unsafe          boolean not null,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  -- Safety: of a refuge nothing is kept but the name of its area, so nothing else can ever be shown.
  check (kind <> 'REFUGE' or (lines is null and postcode is null and address_key is null and guarded)),
  foreign key (organisation_id, side, person_id) references people.person (organisation_id, side, id)
);
create index address_by_person on people.address (organisation_id, side, person_id, recorded_at desc);
call access.guard('people.address');
create policy own_side_and_role on people.address
  using (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side()
    and access.has_role('SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT'))
  with check (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side()
    and access.has_role('SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT', 'HELPLINE'));
grant select, insert, update on people.address to ${app};
