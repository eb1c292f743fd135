create schema helpline;
grant usage on schema helpline to ${app};

-- One call, chat, text, e-mail or visit to the helpline. No name and no number: only what helps to see what people need.
create table helpline.contact (
  id              uuid primary key,
  organisation_id uuid not null,
  side            text not null check (side in ('SUPPORT', 'CHANGE')),
  worker_id       uuid not null,
  channel         text not null,
  started_at      timestamptz not null,
  minutes         int not null check (minutes between 0 and 1440),
  caller          text not null,
  area            text not null,
  issue           text not null,
  safe_now        text not null,
  done            text[] not null,
  signpost        text not null,
  called_before   boolean,
  referred        boolean not null,
  note            bytea,
  recorded_at     timestamptz not null
);
create index contact_by_day on helpline.contact (organisation_id, side, started_at desc, id desc);
call access.guard('helpline.contact');
create policy workers_record on helpline.contact for insert with check (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side() and worker_id = access.worker()
  and access.has_role('VOLUNTEER', 'HELPLINE', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT'));
-- Safety: the wall and the organisation hold for helpline contacts as for everything else.
create policy own_side on helpline.contact for select using (
  access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side()
  and access.has_role('VOLUNTEER', 'HELPLINE', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT'));
grant select, insert on helpline.contact to ${app};
