create schema casework;
grant usage on schema casework to ${app};

-- Safety: the wall. A case and all that hangs on it is there for case workers of its organisation and its side, and for nobody else.
create procedure casework.wall(walled regclass) language plpgsql as $$
begin
  call access.guard(walled);
  execute format($policy$
    create policy workers_of_the_side on %s using (
      access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side()
      and access.has_role('SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT'))
  $policy$, walled);
end $$;

create table casework.client_case (
  id              uuid primary key,
  organisation_id uuid not null,
  side            text not null check (side in ('SUPPORT', 'CHANGE')),
  reference       text not null,
  person_id       uuid not null,
  client_name     text not null,
  referral_id     uuid,
  status          text not null check (status in ('SCREENING', 'OPEN', 'CLOSED')),
  worker_id       uuid,
  opened_at       timestamptz not null,
  accepted_at     timestamptz,
  allocated_at    timestamptz,
  closed_at       timestamptz,
  version         int not null,
  unique (id, organisation_id, side),
  unique (organisation_id, reference),
  unique (referral_id)
);
create index client_case_by_worker on casework.client_case (organisation_id, side, worker_id, opened_at desc, id desc);
create index client_case_by_age on casework.client_case (organisation_id, side, opened_at desc, id desc);
create index client_case_by_person on casework.client_case (organisation_id, person_id);
call casework.wall('casework.client_case');
grant select, insert, update on casework.client_case to ${app};

-- The timeline: one row for each thing that happened. Rows are added, never changed or removed.
create table casework.moment (
  id              uuid primary key,
  case_id         uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  kind            text not null check (kind in ('CONTACT', 'CRISIS', 'NEED', 'GOAL', 'ACTION', 'ASSESSMENT', 'PLAN', 'ALLOCATION', 'NOTE', 'CASE')),
  happened_at     timestamptz not null,
  recorded_at     timestamptz not null,
  worker_id       uuid not null,
  headline        text not null check (length(headline) <= 300),
  path            text,
  words           bytea,
  foreign key (case_id, organisation_id, side) references casework.client_case (id, organisation_id, side)
);
create index moment_in_order on casework.moment (case_id, happened_at desc, id desc);
create index moment_of_kind on casework.moment (case_id, kind, happened_at desc, id desc);
call casework.wall('casework.moment');
grant select, insert on casework.moment to ${app};

-- The details of a moment that was a contact; the note is the moment's words.
create table casework.contact (
  id              uuid primary key references casework.moment,
  case_id         uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  channel         text not null check (channel in ('CALL', 'TEXT', 'EMAIL', 'LETTER', 'VISIT', 'VIDEO', 'DROP_IN')),
  started_by      text not null check (started_by in ('US', 'CLIENT')),
  purposes        text[] not null,
  outcome         text not null check (outcome in ('SPOKE', 'NO_ANSWER', 'VOICEMAIL', 'SENT', 'MET', 'NOT_THERE', 'STOPPED')),
  answered_by     text check (answered_by in ('CLIENT', 'SAFE_PERSON', 'SOMEONE_ELSE', 'NOBODY')),
  gate            text check (gate in ('ALLOWED', 'ASK_FIRST', 'RECHECK', 'REFUSED')),
  despite         text check (despite in ('RISK_TO_LIFE', 'ALREADY_HAPPENED')),
  despite_words   bytea,
  check (gate is distinct from 'REFUSED' or despite is not null),
  foreign key (case_id, organisation_id, side) references casework.client_case (id, organisation_id, side)
);
create index contact_of_case on casework.contact (case_id);
call casework.wall('casework.contact');
grant select, insert on casework.contact to ${app};

create table casework.crisis (
  id              uuid primary key references casework.moment,
  case_id         uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  what            text not null check (what in ('DANGER_NOW', 'VIOLENCE', 'THREAT', 'LEFT', 'SELF_HARM', 'MISSING', 'OTHER')),
  called          text[] not null,
  whereabouts     text not null check (whereabouts in ('SAFE_PLACE', 'HOME_ALONE', 'HOME_NOT_ALONE', 'HOSPITAL', 'POLICE', 'ON_THE_WAY', 'UNKNOWN')),
  details_at      timestamptz,
  foreign key (case_id, organisation_id, side) references casework.client_case (id, organisation_id, side)
);
create index crisis_of_case on casework.crisis (case_id);
call casework.wall('casework.crisis');
grant select, insert on casework.crisis to ${app};
grant update (details_at) on casework.crisis to ${app};

create table casework.need (
  id              uuid primary key,
  case_id         uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  domain          text not null check (domain in ('SAFETY', 'HOME', 'CHILDREN', 'HEALTH', 'MENTAL_HEALTH', 'SUBSTANCES', 'MONEY', 'IMMIGRATION', 'CRIMINAL_JUSTICE',
                                                  'FAMILY_COURT', 'WORK', 'ISOLATION')),
  level           text not null check (level in ('LOW', 'MEDIUM', 'HIGH')),
  status          text not null check (status in ('OPEN', 'WORKING', 'MET', 'PARTLY', 'UNMET', 'NOT_WANTED')),
  words           bytea,
  raised_at       timestamptz not null,
  version         int not null default 0,
  unique (case_id, domain),
  foreign key (case_id, organisation_id, side) references casework.client_case (id, organisation_id, side)
);
call casework.wall('casework.need');
grant select, insert, update on casework.need to ${app};

create table casework.goal (
  id              uuid primary key,
  case_id         uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  words           bytea not null,
  status          text not null check (status in ('ACTIVE', 'REACHED', 'SET_ASIDE')),
  set_on          date not null,
  set_at          timestamptz not null,
  version         int not null default 0,
  foreign key (case_id, organisation_id, side) references casework.client_case (id, organisation_id, side)
);
create index goal_of_case on casework.goal (case_id);
call casework.wall('casework.goal');
grant select, insert, update on casework.goal to ${app};

-- What the client was offered, and what they chose. Declining is a choice like any other.
create table casework.offer (
  id              uuid primary key,
  case_id         uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  goal_id         uuid references casework.goal,
  words           bytea not null,
  offered_on      date not null,
  answer          text not null check (answer in ('THINKING', 'CHOSEN', 'DECLINED')),
  answered_on     date,
  version         int not null default 0,
  check ((answer = 'THINKING') = (answered_on is null)),
  foreign key (case_id, organisation_id, side) references casework.client_case (id, organisation_id, side)
);
create index offer_of_case on casework.offer (case_id);
call casework.wall('casework.offer');
grant select, insert, update on casework.offer to ${app};

create table casework.action (
  id              uuid primary key,
  case_id         uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  agency          text not null check (agency in ('OURS', 'CLIENT', 'POLICE', 'LEGAL', 'HOUSING', 'HEALTH', 'MENTAL_HEALTH', 'CHILDREN', 'ADULTS', 'SCHOOL', 'MONEY',
                                                  'IMMIGRATION', 'PROBATION', 'SUBSTANCES', 'OTHER')),
  words           bytea not null,
  owner_id        uuid not null,
  due_on          date not null,
  done_on         date,
  outcome         bytea,
  version         int not null default 0,
  foreign key (case_id, organisation_id, side) references casework.client_case (id, organisation_id, side)
);
create index action_of_case on casework.action (case_id, due_on);
create index action_owed on casework.action (organisation_id, side, owner_id, due_on) where done_on is null;
call casework.wall('casework.action');
grant select, insert, update on casework.action to ${app};

create table casework.allocation (
  id              uuid primary key,
  case_id         uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  to_id           uuid not null,
  by_id           uuid not null,
  at              timestamptz not null,
  wish            text check (wish in ('NONE', 'WOMAN', 'MAN', 'OTHER')),
  wish_words      bytea,
  wish_met        boolean,
  words           bytea,
  check (wish_met is null or wish <> 'NONE'),
  foreign key (case_id, organisation_id, side) references casework.client_case (id, organisation_id, side)
);
create index allocation_of_case on casework.allocation (case_id, at desc);
call casework.wall('casework.allocation');
grant select, insert on casework.allocation to ${app};

-- How a case ended: the worker's view and the client's voice are kept apart.
create table casework.closure (
  id              uuid primary key,
  case_id         uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  reason          text not null check (reason in ('FINISHED', 'CLIENTS_CHOICE', 'LOST_TOUCH', 'MOVED_AWAY', 'OTHER_SERVICE', 'DIED', 'DECLINED', 'PASSED_ON', 'WITHDRAWN')),
  words           bytea,
  closed_at       timestamptz not null,
  closed_by       uuid not null,
  believed        text check (believed in ('YES', 'PARTLY', 'NO')),
  in_control      text check (in_control in ('YES', 'PARTLY', 'NO')),
  safer           text check (safer in ('YES', 'PARTLY', 'NO')),
  client_words    bytea,
  foreign key (case_id, organisation_id, side) references casework.client_case (id, organisation_id, side)
);
create index closure_of_case on casework.closure (case_id, closed_at desc);
call casework.wall('casework.closure');
grant select, insert on casework.closure to ${app};

create table casework.closure_need (
  closure_id      uuid not null references casework.closure,
  domain          text not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  outcome         text not null check (outcome in ('MET', 'PARTLY', 'UNMET', 'NOT_WANTED')),
  because         text check (because in ('NO_CAPACITY', 'NOT_ELIGIBLE', 'NO_SERVICE', 'WAITING', 'AGENCY_REFUSED', 'CHANGED_MIND', 'LOST_TOUCH', 'OTHER')),
  primary key (closure_id, domain)
);
call casework.wall('casework.closure_need');
grant select, insert on casework.closure_need to ${app};

-- When something about the case is to be looked at again: one date for each kind, told by the rooms below.
create table casework.review (
  case_id         uuid not null,
  kind            text not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  review_on       date not null,
  primary key (case_id, kind),
  foreign key (case_id, organisation_id, side) references casework.client_case (id, organisation_id, side)
);
call casework.wall('casework.review');
grant select, insert, update on casework.review to ${app};
