create schema onward;
grant usage on schema onward to ${app};

-- Where a client was sent on, and how it went by their own account.
create table onward.sent (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  case_id         uuid not null,
  service_id      uuid,
  name            bytea not null,
  way             text not null check (way in ('TOLD', 'REFERRED', 'TOGETHER')),
  sent_on         date not null,
  sent_by         uuid not null,
  account         text check (account in ('BELIEVED', 'PARTLY', 'DISMISSED', 'REFUSED_GENDER', 'REFUSED', 'NOT_REACHED', 'NOT_GONE', 'NOT_SAID')),
  account_words   bytea,
  counted_as      text not null check (counted_as in ('WOMAN', 'MAN', 'NON_BINARY', 'NOT_SAID')),
  account_by      uuid,
  account_at      timestamptz,
  recorded_at     timestamptz not null,
  check ((account is null) = (account_by is null) and (account is null) = (account_at is null))
);
create index sent_of_case on onward.sent (case_id, sent_on desc);
call access.guard('onward.sent');
call access.workers_of_the_side('onward.sent', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT');
call access.erasable('onward.sent');
grant select, insert, update, delete on onward.sent to ${app};

-- How often clients of an organisation said this of a service. Numbers only, so that those who keep the directory learn of it and see no person.
create table onward.said (
  organisation_id uuid not null default access.organisation(),
  service_id      uuid not null,
  account         text not null,
  counted_as      text not null,
  clients         int not null check (clients >= 0),
  primary key (organisation_id, service_id, account, counted_as)
);
call access.guard('onward.said');
create policy case_workers_count on onward.said using (
  (select access.actor_kind() = 'WORKER' and access.has_role('SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT')) and organisation_id = access.organisation());
create policy editors_read on onward.said for select using (
  (select access.actor_kind() = 'WORKER' and access.has_role('DIRECTORY_EDITOR')) and organisation_id = access.organisation());
grant select, insert, update on onward.said to ${app};
