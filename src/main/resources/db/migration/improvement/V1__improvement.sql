create schema improvement;
grant usage on schema improvement to ${app};

create function improvement.may_write() returns boolean stable language sql
  return access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'ADMINISTRATOR', 'SAFEGUARDING_LEAD', 'PRIVACY_LEAD', 'TRAINER', 'SUPPORT_WORKER', 'FACILITATOR');

create table improvement.plan (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  kind            text not null check (kind in ('IMPROVEMENT', 'DEVELOPMENT')),
  title           text not null check (char_length(title) between 1 and 150),
  about           text not null default '',
  -- The self-assessment whose gaps it closes.
  assessment_id   uuid,
  -- For the plan to serve more men: how many came in the last year, how many are to come, by when.
  served          int check (served >= 0),
  aim             int check (aim >= 0),
  aim_on          date,
  begun_by        uuid not null,
  begun_at        timestamptz not null,
  put_away_at     timestamptz,
  check ((kind = 'DEVELOPMENT') = (aim is not null) and (aim is null) = (aim_on is null) and (aim is null) = (served is null))
);
create index plan_of on improvement.plan (organisation_id, begun_at desc);
call access.guard('improvement.plan');
create policy own on improvement.plan using ((select improvement.may_write()) and organisation_id = access.organisation());
create policy jobs_read on improvement.plan for select using ((select access.actor_kind() = 'JOB' and access.job() = 'plan-action-due') and organisation_id = access.organisation());
grant select, insert, update (title, about, served, aim, aim_on, put_away_at) on improvement.plan to ${app};

create table improvement.action (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  plan_id         uuid not null references improvement.plan,
  -- The statement of a standard it is about; empty for none.
  statement       text not null default '' check (char_length(statement) <= 20),
  what            text not null check (btrim(what) <> ''),
  milestone       text not null default '',
  owner_id        uuid not null,
  due_on          date not null,
  state           text not null check (state in ('OPEN', 'DONE', 'DROPPED')),
  -- What shows that it is done, or why it was dropped.
  closing         text not null default '',
  closed_by       uuid,
  closed_at       timestamptz,
  revision        int not null default 0,
  added_by        uuid not null,
  added_at        timestamptz not null,
  check ((state = 'OPEN') = (closed_at is null) and (state = 'OPEN' or btrim(closing) <> ''))
);
create index action_of on improvement.action (plan_id, due_on);
call access.guard('improvement.action');
create policy own on improvement.action for select using ((select improvement.may_write()) and organisation_id = access.organisation());
create policy own_adds on improvement.action for insert with check ((select improvement.may_write()) and organisation_id = access.organisation() and exists (select from improvement.plan p where p.id = plan_id and p.organisation_id = action.organisation_id));
create policy own_changes on improvement.action for update using ((select improvement.may_write()) and organisation_id = access.organisation());
create policy jobs_read on improvement.action for select using ((select access.actor_kind() = 'JOB' and access.job() = 'plan-action-due') and organisation_id = access.organisation());
grant select, insert, update (statement, what, milestone, owner_id, due_on, state, closing, closed_by, closed_at, revision) on improvement.action to ${app};
