-- Who is asking. Set for one transaction by the application, read by every policy in the house.
-- nullif matters: after commit a pooled connection keeps '' rather than null.
create schema access;
grant usage on schema access to ${app};

create function access.actor_kind() returns text stable parallel safe language sql
  return nullif(current_setting('alongside.actor', true), '');
create function access.organisation() returns uuid stable parallel safe language sql
  return nullif(current_setting('alongside.organisation', true), '')::uuid;
create function access.worker() returns uuid stable parallel safe language sql
  return nullif(current_setting('alongside.worker', true), '')::uuid;
create function access.side() returns text stable parallel safe language sql
  return nullif(current_setting('alongside.side', true), '');
create function access.holder() returns text stable parallel safe language sql
  return nullif(current_setting('alongside.holder', true), '');
create function access.job() returns text stable parallel safe language sql
  return nullif(current_setting('alongside.job', true), '');
create function access.has_role(variadic roles text[]) returns boolean stable parallel safe language sql
  return coalesce(string_to_array(current_setting('alongside.roles', true), ',') && roles, false);

-- Every table of the house goes through this door: row security, forced, and one policy by which the owner may back up and restore.
create procedure access.guard(guarded regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy installer on %s to %I using (access.actor_kind() = ''INSTALLER'') with check (access.actor_kind() = ''INSTALLER'')', guarded, current_user);
end $$;

-- What this database is: real work or practice, and which key file belongs to it. One row.
create table access.instance (
  only_one        boolean primary key default true check (only_one),
  kind            text not null check (kind in ('LIVE', 'PRACTICE')),
  key_fingerprint text not null,
  demo_planted_at timestamptz
);
call access.guard('access.instance');
create policy anyone_reads on access.instance for select using (access.actor_kind() is not null);
create policy installer_writes on access.instance for insert with check (access.actor_kind() = 'INSTALLER');
create policy installer_marks on access.instance for update using (access.actor_kind() = 'INSTALLER');
grant select, insert, update on access.instance to ${app};

-- Jobs waiting for their time: names and ids only; each job takes on an actor before it touches anything (docs/adr/0004).
create table access.scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on access.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on access.scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on access.scheduled_tasks to ${app};

-- How often something was tried, by fingerprint: no person, no address (docs/adr/0004).
create table access.try_bucket (
  id         bigint primary key,
  state      bytea,
  expires_at bigint
);
grant select, insert, update, delete on access.try_bucket to ${app};
