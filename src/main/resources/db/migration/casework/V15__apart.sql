-- Safety: a case is not there for a worker who is kept apart from it or from its client.
call access.keeps_apart('casework.client_case', 'id', 'person_id');
do $$
declare hung text;
begin
  foreach hung in array array['moment', 'contact', 'crisis', 'need', 'goal', 'offer', 'action', 'allocation', 'closure', 'review'] loop
    call access.keeps_apart(('casework.' || hung)::regclass, 'case_id');
  end loop;
end $$;

-- Whoever moves to the other side of the wall is kept apart from those they worked with (matching.keep_apart_from_before). One job reads whom that was.
create policy keeper_reads on casework.allocation for select using ((select access.actor_kind() = 'JOB' and access.job() = 'keep-apart') and organisation_id = access.organisation());
create policy keeper_reads on casework.moment for select using ((select access.actor_kind() = 'JOB' and access.job() = 'keep-apart') and organisation_id = access.organisation());
create index allocation_to on casework.allocation (organisation_id, to_id, case_id);
create index moment_by_worker on casework.moment (organisation_id, worker_id, case_id);
create policy keeper_reads on casework.client_case for select using ((select access.actor_kind() = 'JOB' and access.job() = 'keep-apart') and organisation_id = access.organisation() and side = access.side());

create function casework.as_the_keeper(in_organisation uuid, out before text[]) language plpgsql as $$
begin
  before := array[current_setting('alongside.actor', true), current_setting('alongside.organisation', true), current_setting('alongside.job', true), current_setting('alongside.apart', true)];
  perform set_config('alongside.actor', 'JOB', true), set_config('alongside.organisation', in_organisation::text, true), set_config('alongside.job', 'keep-apart', true), set_config('alongside.apart', '', true);
end $$;
create function casework.as_before(before text[]) returns void language plpgsql as $$
begin
  perform set_config('alongside.actor', coalesce(before[1], ''), true), set_config('alongside.organisation', coalesce(before[2], ''), true),
          set_config('alongside.job', coalesce(before[3], ''), true), set_config('alongside.apart', coalesce(before[4], ''), true);
end $$;

create function casework.worked_with(in_organisation uuid, worker uuid, on_side text) returns setof uuid language plpgsql as $$
declare before text[] := casework.as_the_keeper(in_organisation);
begin
  return query select a.case_id from casework.allocation a where a.organisation_id = in_organisation and a.to_id = worker and a.side = on_side
         union select m.case_id from casework.moment m where m.organisation_id = in_organisation and m.worker_id = worker and m.side = on_side;
  perform casework.as_before(before);
end $$;

-- An opening in an emergency is refused for every case of a client when one of them is kept from whoever asks, so those are counted too (casework.Callers).
create function casework.of_a_caller(in_organisation uuid, named uuid[], number text) returns table (id uuid, person_id uuid, referral_id uuid) language plpgsql as $$
declare before text[] := casework.as_the_keeper(in_organisation);
begin
  return query select c.id, c.person_id, c.referral_id from casework.client_case c
    where c.organisation_id = in_organisation and c.side = access.side()
      and c.person_id in (select unnest(named) union all select o.person_id from casework.client_case o where o.organisation_id = in_organisation and o.side = access.side() and o.reference = number)
    order by c.status = 'CLOSED', c.opened_at desc, c.id;
  perform casework.as_before(before);
end $$;
