call access.erasable('casework.client_case');
call access.erasable('casework.moment');
call access.erasable('casework.contact');
call access.erasable('casework.crisis');
call access.erasable('casework.need');
call access.erasable('casework.goal');
call access.erasable('casework.offer');
call access.erasable('casework.action');
call access.erasable('casework.allocation');
call access.erasable('casework.closure');
call access.erasable('casework.closure_need');
call access.erasable('casework.review', false);
grant delete on casework.client_case, casework.moment, casework.contact, casework.crisis, casework.need, casework.goal, casework.offer, casework.action,
  casework.allocation, casework.closure, casework.closure_need to ${app};
create index client_case_ended on casework.client_case (organisation_id, side, closed_at) where status = 'CLOSED';

-- What remains of erased cases: how many ended in a year, for what reason, of people counted as what. No row of anybody.
create table casework.counted_case (
  organisation_id uuid not null,
  side            text not null check (side in ('SUPPORT', 'CHANGE')),
  closed_year     int not null,
  reason          text not null,
  counted_as      text not null,
  cases           int not null,
  primary key (organisation_id, side, closed_year, reason, counted_as)
);
call access.guard('casework.counted_case');
create policy eraser_counts on casework.counted_case using ((select access.actor_kind() = 'JOB' and access.job() = 'erase') and organisation_id = access.organisation());
create policy managers_read on casework.counted_case for select using (
  (select access.actor_kind() = 'WORKER' and access.has_role('MANAGER', 'PRIVACY_LEAD')) and organisation_id = access.organisation() and side = access.side());
grant select, insert, update on casework.counted_case to ${app};
