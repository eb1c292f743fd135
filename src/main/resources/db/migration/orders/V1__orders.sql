create schema orders;
grant usage on schema orders to ${app};

-- Safety: the wall. An order is there for case workers of its organisation on the side that supports people harmed.
create procedure orders.wall(walled regclass) language plpgsql as $$
begin
  call access.guard(walled);
  call access.workers_of_the_side(walled, 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'PARTNER_SUPPORT');
end $$;

-- What a court, the police or a prison told somebody to do or to leave alone.
create table orders.protective_order (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side = 'SUPPORT'),
  case_id         uuid not null,
  kind            text not null check (kind in ('NON_MOLESTATION', 'OCCUPATION', 'POLICE_NOTICE', 'POLICE_ORDER', 'DOMESTIC_ABUSE', 'RESTRAINING', 'STALKING', 'FORCED_MARRIAGE', 'FGM',
                                                'PROHIBITED_STEPS', 'CHILD_ARRANGEMENTS', 'BAIL', 'LICENCE', 'UNDERTAKING', 'INTERDICT', 'OTHER')),
  status          text not null check (status in ('ASKED', 'MADE', 'REFUSED', 'ENDED')),
  binds_id        uuid,
  court           bytea,
  conditions      bytea,
  made_on         date,
  served_on       date,
  hearing_on      date,
  until           date,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  version         int not null default 0,
  check (until >= made_on),
  check (served_on >= made_on),
  unique (id, case_id)
);
create index protective_order_of_case on orders.protective_order (case_id, recorded_at desc);
create index protective_order_running_out on orders.protective_order (organisation_id, side, until, id) where status = 'MADE';
create index protective_order_heard on orders.protective_order (organisation_id, side, hearing_on, id) where status in ('ASKED', 'MADE');
create index protective_order_not_served on orders.protective_order (organisation_id, side, made_on, id) where status = 'MADE' and served_on is null;
call orders.wall('orders.protective_order');
grant select, insert, update on orders.protective_order to ${app};

-- Each time it was broken. Rows are added, never changed.
create table orders.breach (
  id              uuid primary key,
  order_id        uuid not null,
  case_id         uuid not null,
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side(),
  happened_on     date not null,
  told_police     text not null check (told_police in ('YES', 'CLIENT_SAID_NO', 'NOT_YET')),
  words           bytea not null,
  recorded_by     uuid not null,
  recorded_at     timestamptz not null,
  foreign key (order_id, case_id) references orders.protective_order (id, case_id)
);
create index breach_of_case on orders.breach (case_id, happened_on desc);
call orders.wall('orders.breach');
grant select, insert on orders.breach to ${app};
