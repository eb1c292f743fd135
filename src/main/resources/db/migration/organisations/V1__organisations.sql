create schema organisations;
grant usage on schema organisations to ${app};

-- An agency that works here. Its public name says nothing a passer-by could use.
create table organisations.organisation (
  id          uuid primary key,
  name        text not null,
  public_name text not null,
  kind        text not null check (kind in ('SUPPORT_SERVICE', 'BEHAVIOUR_CHANGE_SERVICE', 'BOTH_SIDES', 'COUNCIL', 'OTHER_AGENCY')),
  phone       text,
  created_at  timestamptz not null
);
call access.guard('organisations.organisation');

-- A team works on one side of the wall. Where its inbox is staffed, referrals may be sent to it.
create table organisations.team (
  id                  uuid primary key,
  organisation_id     uuid not null references organisations.organisation,
  side                text not null check (side in ('SUPPORT', 'CHANGE')),
  name                text not null,
  receives            boolean not null,
  read_on             int[] not null,
  read_at             time,
  answers_within_days int,
  check (not receives or (cardinality(read_on) > 0 and read_on <@ array[1, 2, 3, 4, 5, 6, 7] and read_at is not null and answers_within_days between 1 and 30)),
  unique (organisation_id, side, name)
);
call access.guard('organisations.team');

-- A worker's account in one organisation. Somebody who works for two has two, so that neither learns of the other.
create table organisations.worker (
  id              uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  name            text not null,
  email           bytea not null,
  email_key       text not null,
  created_at      timestamptz not null,
  -- Safety: unique within the organisation only, so that an invitation never tells whether an address is known elsewhere.
  unique (organisation_id, email_key)
);
create index worker_by_email on organisations.worker (email_key);
call access.guard('organisations.worker');

create table organisations.membership (
  worker_id       uuid primary key references organisations.worker,
  organisation_id uuid not null references organisations.organisation,
  side            text check (side in ('SUPPORT', 'CHANGE')),
  roles           text[] not null,
  joined_on       date not null,
  left_on         date
);
create index membership_by_organisation on organisations.membership (organisation_id);
call access.guard('organisations.membership');

create table organisations.credential (
  worker_id       uuid primary key references organisations.worker,
  organisation_id uuid not null,
  password_hash   text not null,
  demo            boolean not null,
  changed_at      timestamptz not null
);
call access.guard('organisations.credential');

-- What a worker has beside the password. Passkeys will be further rows of another kind.
create table organisations.second_factor (
  id              uuid primary key,
  worker_id       uuid not null references organisations.worker,
  organisation_id uuid not null,
  kind            text not null check (kind in ('TOTP')),
  secret          bytea not null,
  made_at         timestamptz not null,
  confirmed_at    timestamptz,
  last_step       bigint not null
);
-- One in use, and one being set up in its place.
create unique index second_factor_in_use on organisations.second_factor (worker_id, kind, (confirmed_at is null));
call access.guard('organisations.second_factor');

-- A link that opens one door once. The token itself is kept nowhere.
create table organisations.link (
  id              uuid primary key,
  token_key       text not null unique,
  purpose         text not null check (purpose in ('FIRST_ADMINISTRATOR', 'INVITATION', 'RESET')),
  organisation_id uuid,
  worker_id       uuid references organisations.worker,
  made_by         uuid,
  made_at         timestamptz not null,
  expires_at      timestamptz not null,
  used_at         timestamptz,
  check ((purpose = 'FIRST_ADMINISTRATOR') = (worker_id is null)),
  check ((worker_id is null) = (organisation_id is null))
);
create index link_by_worker on organisations.link (worker_id);
call access.guard('organisations.link');

-- Safety: a used or late link opens nothing, whatever the application asks.
create function organisations.linked_worker() returns uuid stable language sql
  return (select worker_id from organisations.link where token_key = access.holder() and used_at is null and expires_at > now());
create function organisations.worker_to_reset() returns uuid stable language sql
  return (select worker_id from organisations.link where token_key = access.holder() and used_at is null and expires_at > now() and purpose = 'RESET');

-- Why somebody was moved to the other side of the wall, or on to a side, and by whom.
create table organisations.side_change (
  id              uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  worker_id       uuid not null references organisations.worker,
  side_before     text check (side_before in ('SUPPORT', 'CHANGE')),
  side_after      text check (side_after in ('SUPPORT', 'CHANGE')),
  reason          bytea not null,
  changed_by      uuid not null,
  changed_at      timestamptz not null
);
create index side_change_by_worker on organisations.side_change (worker_id, changed_at);
call access.guard('organisations.side_change');

-- Setting up: the first administrator and the demo town.
create policy set_up on organisations.organisation using (access.actor_kind() = 'INSTALLER') with check (access.actor_kind() = 'INSTALLER');
create policy set_up on organisations.team using (access.actor_kind() = 'INSTALLER') with check (access.actor_kind() = 'INSTALLER');
create policy set_up on organisations.worker using (access.actor_kind() = 'INSTALLER') with check (access.actor_kind() = 'INSTALLER');
create policy set_up on organisations.membership using (access.actor_kind() = 'INSTALLER') with check (access.actor_kind() = 'INSTALLER');
create policy set_up on organisations.credential using (access.actor_kind() = 'INSTALLER') with check (access.actor_kind() = 'INSTALLER');
create policy set_up on organisations.link using (access.actor_kind() = 'INSTALLER') with check (access.actor_kind() = 'INSTALLER');

-- Anyone may know of a team that takes referrals, and of the organisation it belongs to; the rest is for its own workers and jobs.
create policy taking_referrals on organisations.team for select using (access.actor_kind() is not null and receives);
create policy own on organisations.team for select using (access.actor_kind() in ('WORKER', 'JOB') and organisation_id = access.organisation());
create policy taking_referrals on organisations.organisation for select using (access.actor_kind() is not null and id in (select t.organisation_id from organisations.team t where t.receives));
create policy own on organisations.organisation for select using (access.actor_kind() in ('WORKER', 'JOB') and id = access.organisation());
create policy invited_to on organisations.organisation for select using (
  access.actor_kind() = 'HOLDER' and id in (select w.organisation_id from organisations.worker w where w.id = organisations.linked_worker()));
create policy says_when_it_reads on organisations.team for update using (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and access.has_role('ADMINISTRATOR'));

-- Colleagues see each other. A holder is somebody at the door: with an e-mail address (not yet believed) or with a link.
create policy own on organisations.worker for select using (access.actor_kind() in ('WORKER', 'JOB') and organisation_id = access.organisation());
create policy at_the_door on organisations.worker for select using (
  access.actor_kind() = 'HOLDER' and (email_key = access.holder() or id = organisations.linked_worker()));
create policy invited on organisations.worker for insert with check (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and access.has_role('ADMINISTRATOR', 'MANAGER'));
create policy oneself on organisations.worker for update using (access.actor_kind() = 'WORKER' and id = access.worker() and organisation_id = access.organisation());

create policy own on organisations.membership for select using (access.actor_kind() in ('WORKER', 'JOB') and organisation_id = access.organisation());
create policy at_the_door on organisations.membership for select using (access.actor_kind() = 'HOLDER' and worker_id in (select w.id from organisations.worker w));
-- Safety: a manager brings nobody over the wall and makes nobody an administrator; they look after their own side.
create policy invited on organisations.membership for insert with check (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation()
  and (access.has_role('ADMINISTRATOR') or access.has_role('MANAGER') and side = access.side() and not 'ADMINISTRATOR' = any (roles)));
create policy changed on organisations.membership for update using (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation()
  and (access.has_role('ADMINISTRATOR') or access.has_role('MANAGER') and side = access.side() and not 'ADMINISTRATOR' = any (roles)));
create policy explained on organisations.side_change for insert with check (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and changed_by = access.worker() and access.has_role('ADMINISTRATOR'));
create policy read_by_those_who_answer_for_it on organisations.side_change for select using (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and access.has_role('ADMINISTRATOR', 'SAFEGUARDING_LEAD', 'PRIVACY_LEAD'));

-- Safety: nobody reads or replaces a colleague's password or second factor, an administrator neither; they can only give out a link.
create policy oneself on organisations.credential using (access.actor_kind() = 'WORKER' and worker_id = access.worker()) with check (
  access.actor_kind() = 'WORKER' and worker_id = access.worker() and organisation_id = access.organisation());
create policy at_the_door on organisations.credential for select using (access.actor_kind() = 'HOLDER' and worker_id in (select w.id from organisations.worker w));
create policy by_link on organisations.credential for insert with check (
  access.actor_kind() = 'HOLDER' and worker_id = organisations.linked_worker()
  and organisation_id = (select w.organisation_id from organisations.worker w where w.id = worker_id));
create policy by_link_again on organisations.credential for update using (access.actor_kind() = 'HOLDER' and worker_id = organisations.linked_worker());
create policy oneself on organisations.second_factor using (access.actor_kind() = 'WORKER' and worker_id = access.worker()) with check (
  access.actor_kind() = 'WORKER' and worker_id = access.worker() and organisation_id = access.organisation());
create policy found_by_link on organisations.second_factor for select using (access.actor_kind() = 'HOLDER' and worker_id = organisations.worker_to_reset());
create policy forgotten_by_link on organisations.second_factor for delete using (access.actor_kind() = 'HOLDER' and worker_id = organisations.worker_to_reset());

create policy in_hand on organisations.link for select using (access.actor_kind() = 'HOLDER' and token_key = access.holder());
create policy used on organisations.link for update using (access.actor_kind() = 'HOLDER' and token_key = access.holder() and used_at is null and expires_at > now())
  with check (access.actor_kind() = 'HOLDER' and token_key = access.holder());
-- Safety: only an administrator gives a link to an account that has a password already.
create policy given on organisations.link for insert with check (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and made_by = access.worker()
  and (access.has_role('ADMINISTRATOR') or access.has_role('MANAGER') and purpose = 'INVITATION')
  and organisation_id = (select w.organisation_id from organisations.worker w where w.id = worker_id));
create policy seen on organisations.link for select using (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and access.has_role('ADMINISTRATOR', 'MANAGER'));
create policy withdrawn on organisations.link for update using (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and access.has_role('ADMINISTRATOR', 'MANAGER'));

grant select, insert on organisations.organisation to ${app};
grant select, insert on organisations.team to ${app};
grant update (receives, read_on, read_at, answers_within_days) on organisations.team to ${app};
grant select, insert on organisations.worker to ${app};
grant update (name) on organisations.worker to ${app};
grant select, insert on organisations.membership to ${app};
grant update (side, roles, joined_on, left_on) on organisations.membership to ${app};
grant select, insert on organisations.credential to ${app};
grant update (password_hash, demo, changed_at) on organisations.credential to ${app};
grant select, insert, delete on organisations.second_factor to ${app};
grant update (confirmed_at, last_step) on organisations.second_factor to ${app};
grant select, insert on organisations.link to ${app};
grant update (used_at) on organisations.link to ${app};
grant select, insert on organisations.side_change to ${app};

-- Sessions, in the shape Spring Session reads: a secret id, the worker's id and the organisation's id. Found before anyone is known.
create table organisations.spring_session (
  primary_id            char(36) primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index spring_session_expiry on organisations.spring_session (expiry_time);
create index spring_session_principal on organisations.spring_session (principal_name);
create table organisations.spring_session_attributes (
  session_primary_id char(36) not null references organisations.spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on organisations.spring_session, organisations.spring_session_attributes to ${app};
