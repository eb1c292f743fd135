create schema known;
grant usage on schema known to ${app};

-- Somebody a worker knows outside work, in the worker's words, all sealed. What is compared are fingerprints elsewhere (matching.party): this is never opened for it.
create table known.entry (
  id              uuid primary key,
  organisation_id uuid not null default access.organisation(),
  worker_id       uuid not null,
  how             text not null check (how in ('RELATIVE', 'PARTNER', 'EX_PARTNER', 'FRIEND', 'NEIGHBOUR', 'COLLEAGUE', 'OTHER')),
  given_name      bytea,
  family_name     bytea,
  other_names     bytea,
  born_on         bytea,
  phone           bytea,
  address         bytea,
  postcode        bytea,
  said_at         timestamptz not null,
  ended_at        timestamptz
);
create index entry_of_worker on known.entry (organisation_id, worker_id, said_at desc);
create index entry_ended on known.entry (organisation_id, ended_at) where ended_at is not null;
call access.guard('known.entry');
-- Safety: whom somebody knows is theirs, and the leads'. A manager who gives out work learns nothing from it.
create policy own on known.entry using ((select access.actor_kind() = 'WORKER') and organisation_id = access.organisation() and worker_id = access.worker());
create policy leads_read on known.entry for select using ((select access.actor_kind() = 'WORKER' and access.has_role('SAFEGUARDING_LEAD', 'PRIVACY_LEAD')) and organisation_id = access.organisation());
create policy leaving_finds on known.entry for select using ((select access.actor_kind() = 'JOB' and access.job() = 'worker-left') and organisation_id = access.organisation());
create policy leaving_ends on known.entry for update using ((select access.actor_kind() = 'JOB' and access.job() = 'worker-left') and organisation_id = access.organisation());
call access.erasable('known.entry');
grant select, insert, update (ended_at), delete on known.entry to ${app};

-- Whoever ends a colleague's work here reads nothing of what that colleague said, so this is done as a job.
create function known.worker_left(in_organisation uuid, worker uuid, moment timestamptz) returns void language plpgsql as $$
declare before text[] := array[current_setting('alongside.actor', true), current_setting('alongside.organisation', true), current_setting('alongside.job', true)];
begin
  perform set_config('alongside.actor', 'JOB', true), set_config('alongside.organisation', in_organisation::text, true), set_config('alongside.job', 'worker-left', true);
  update known.entry e set ended_at = moment where e.organisation_id = in_organisation and e.worker_id = worker and e.ended_at is null;
  perform set_config('alongside.actor', coalesce(before[1], ''), true), set_config('alongside.organisation', coalesce(before[2], ''), true), set_config('alongside.job', coalesce(before[3], ''), true);
end $$;
