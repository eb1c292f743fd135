-- People whom workers say they know are parties too. What is over stays among the parties, so that somebody a worker knows is found in a closed case as well;
-- the intake check itself does not look at it.
alter table matching.party drop constraint party_role_check;
alter table matching.party add constraint party_role_check check (role in ('CLIENT', 'PARTICIPANT', 'CAUSING_HARM', 'HARMED', 'CHILD', 'REFERRER', 'OTHER', 'WORKER', 'KNOWN'));
alter table matching.party add column past boolean not null default false;

-- What a worker said of one person, in which of their entries; whether it keeps the worker apart from the moment it was found; whether the leads were told.
alter table matching.hit add column entry_id uuid;
alter table matching.hit add column holds boolean not null default false;
alter table matching.hit add column told boolean not null default true;
do $$ begin
  execute (select format('alter table matching.hit drop constraint %I', conname) from pg_constraint where conrelid = 'matching.hit'::regclass and contype = 'u');
end $$;
alter table matching.hit add constraint hit_once unique nulls not distinct (organisation_id, new_record_id, new_role, known_record_id, known_role, reasons, entry_id);
create index hit_untold on matching.hit (organisation_id) where not told;
create index hit_by_new on matching.hit (organisation_id, new_record_id);
create index hit_by_known on matching.hit (organisation_id, known_record_id);
-- Safety: a lead who is kept apart from one of the two records is not the one who decides about it.
call access.keeps_apart('matching.hit', 'new_record_id', 'known_record_id');

-- One table of who is kept apart from what: because a lead decided (decided_by), because of a hit that holds until a lead has looked, or because the worker
-- was on the other side before (hit_id null). Let go by a lead, it stays as history.
alter table matching.apart drop constraint apart_pkey;
alter table matching.apart drop constraint apart_kind_check;
alter table matching.apart add constraint apart_kind_check check (kind in ('CASE', 'REFERRAL', 'PERSON'));
alter table matching.apart alter column hit_id drop not null;
alter table matching.apart alter column decided_by drop not null;
alter table matching.apart add column let_go_at timestamptz;
alter table matching.apart add constraint apart_once unique nulls not distinct (organisation_id, worker_id, record_id, hit_id);
create index apart_record on matching.apart (organisation_id, record_id);
create index apart_hit on matching.apart (hit_id);
create policy check_keeps on matching.apart using ((select access.actor_kind() = 'JOB' and access.job() = 'intake-check') and organisation_id = access.organisation());
grant update (let_go_at) on matching.apart to ${app};

-- The answer to what every transaction asks.
create or replace function access.find_apart() returns uuid[] language plpgsql as $$
begin
  if access.actor_kind() is distinct from 'WORKER' then return '{}'; end if;
  return coalesce((select array_agg(distinct record_id) from matching.apart where organisation_id = access.organisation() and worker_id = access.worker() and let_go_at is null), '{}');
end $$;

-- What follows is done as the check, for whoever is asking: they add, and read nothing of it. What they were is put back at once.
create function matching.as_the_check(organisation uuid, out before text[]) language plpgsql as $$
begin
  before := array[current_setting('alongside.actor', true), current_setting('alongside.organisation', true), current_setting('alongside.job', true), current_setting('alongside.apart', true)];
  perform set_config('alongside.actor', 'JOB', true), set_config('alongside.organisation', organisation::text, true), set_config('alongside.job', 'intake-check', true), set_config('alongside.apart', '', true);
end $$;
create function matching.as_before(before text[]) returns void language plpgsql as $$
begin
  perform set_config('alongside.actor', coalesce(before[1], ''), true), set_config('alongside.organisation', coalesce(before[2], ''), true),
          set_config('alongside.job', coalesce(before[3], ''), true), set_config('alongside.apart', coalesce(before[4], ''), true);
end $$;

-- Keeps a worker apart from records and all that belongs to them: whoever these name, the cases and referrals of those, and the records on the other side that are
-- about the same people as far as nobody has said otherwise.
create function matching.spread(in_organisation uuid, hit uuid, worker uuid, records uuid[], moment timestamptz) returns void language sql as $$
  with linked as (
    select unnest(records) as id
    union select h.known_record_id from matching.hit h where h.organisation_id = in_organisation and h.new_record_id = any (records) and 'WORKER' not in (h.new_kind, h.known_kind) and h.decision is distinct from 'DIFFERENT_PEOPLE'
    union select h.new_record_id from matching.hit h where h.organisation_id = in_organisation and h.known_record_id = any (records) and 'WORKER' not in (h.new_kind, h.known_kind) and h.decision is distinct from 'DIFFERENT_PEOPLE'),
  named as (
    select distinct p.who from matching.party p join linked l on l.id = p.record_id where p.organisation_id = in_organisation and p.kind in ('CASE', 'REFERRAL') and p.role <> 'REFERRER' and not p.ends),
  kept as (
    select l.id, coalesce((select max(p.kind) from matching.party p where p.organisation_id = in_organisation and p.kind in ('CASE', 'REFERRAL') and p.record_id = l.id), 'CASE') as kind from linked l
    union select n.who, 'PERSON' from named n where n.who not in (select id from linked)
    union select p.record_id, p.kind from matching.party p join named n on n.who = p.who
     where p.organisation_id = in_organisation and p.kind in ('CASE', 'REFERRAL') and p.role in ('CLIENT', 'PARTICIPANT') and p.record_id not in (select id from linked))
  insert into matching.apart (organisation_id, kind, record_id, worker_id, hit_id, decided_at)
  select in_organisation, min(kind), id, worker, hit, moment from kept group by id on conflict do nothing
$$;

-- Compares one party with what workers said of people they know and of themselves, in the transaction that registers it. Whoever fits is kept apart at once,
-- and a lead looks. Safety: unknown means no. One name is enough where no two birth dates speak against it.
create function matching.keep_apart(in_organisation uuid, asked uuid, moment timestamptz) returns void language plpgsql as $$
declare
  before text[] := matching.as_the_check(in_organisation);
  n matching.party;
  one record;
begin
  select * into strict n from matching.party where id = asked;
  for one in
    with met as (
      select o.id, o.kind, o.record_id, o.side, o.role, o.who, o.worked_by, array_agg(distinct k.reason order by k.reason) as reasons
        from matching.party_key m
        join matching.party_key k on k.organisation_id = m.organisation_id and k.key = m.key
        join matching.party o on o.id = k.party_id
       where m.party_id = asked and (o.kind = 'WORKER') <> (n.kind = 'WORKER') and not o.ends and 'REFERRER' not in (o.role, n.role)
         and not exists (select from matching.party e where e.organisation_id = o.organisation_id and e.kind = o.kind and e.record_id = o.record_id
                            and (e.ends and o.kind = 'WORKER' and e.recorded_at >= o.recorded_at or not e.ends and e.role = o.role and e.who = o.who and e.recorded_at > o.recorded_at))
       group by o.id),
    fits as (
      select m.*, case when n.kind = 'WORKER' then n.who else m.who end as entry from met m
       where m.reasons && array['NAME_AND_BIRTH_DATE', 'PHONE', 'ADDRESS']
          or 'KNOWN' in (m.role, n.role) and not (exists (select from matching.party_key b where b.party_id = m.id and b.reason = 'NAME_AND_BIRTH_DATE')
                                              and exists (select from matching.party_key b where b.party_id = asked and b.reason = 'NAME_AND_BIRTH_DATE')))
    insert into matching.hit (id, organisation_id, new_kind, new_record_id, new_side, new_role, new_worked_by, known_kind, known_record_id, known_side, known_role, known_worked_by,
                              reasons, for_managers, found_at, version, entry_id, holds, told)
    select gen_random_uuid(), in_organisation, n.kind, n.record_id, n.side, n.role, n.worked_by, f.kind, f.record_id, f.side, f.role, f.worked_by, f.reasons, false, moment, 1, f.entry, true, false
      from fits f
     where not exists (select from matching.hit h where h.organisation_id = in_organisation and h.holds and h.entry_id = f.entry and f.reasons <@ h.reasons
         and (h.new_record_id, h.new_role, h.known_record_id, h.known_role) in ((n.record_id, n.role, f.record_id, f.role), (f.record_id, f.role, n.record_id, n.role)))
       -- A lead has said that this person is somebody else: another case of theirs does not ask anew, unless more speaks for it.
       and not exists (select from matching.hit h join matching.party p on p.organisation_id = h.organisation_id and p.kind <> 'WORKER' and (p.record_id, p.role) in ((h.new_record_id, h.new_role), (h.known_record_id, h.known_role))
             where h.organisation_id = in_organisation and h.entry_id = f.entry and h.decision = 'DIFFERENT_PEOPLE' and f.reasons <@ h.reasons and p.who = case when n.kind = 'WORKER' then f.who else n.who end)
    on conflict do nothing
    returning id, case when new_kind = 'WORKER' then new_record_id else known_record_id end as worker, case when new_kind = 'WORKER' then known_record_id else new_record_id end as its
  loop
    perform matching.spread(in_organisation, one.id, one.worker, array[one.its], moment);
  end loop;
  -- Whoever is named later in a record that is kept, and a new case or referral of somebody who is, follow at once.
  if n.kind <> 'WORKER' and not n.ends then
    insert into matching.apart (organisation_id, kind, record_id, worker_id, hit_id, decided_at)
    select distinct in_organisation, case when a.record_id = n.record_id then 'PERSON' else n.kind end, case when a.record_id = n.record_id then n.who else n.record_id end, a.worker_id, a.hit_id, moment
      from matching.apart a left join matching.hit h on h.id = a.hit_id
     where a.organisation_id = in_organisation and a.let_go_at is null and (h.id is null or h.holds) and n.role <> 'REFERRER' and n.who <> n.record_id
       and (a.record_id = n.record_id or a.record_id = n.who and n.role in ('CLIENT', 'PARTICIPANT'))
    on conflict do nothing;
  end if;
  perform matching.as_before(before);
end $$;

-- The intake check found records that may be about the same people: whoever is kept apart from the one is kept apart from the other.
create function matching.follow_links(in_organisation uuid, its uuid, moment timestamptz) returns void language plpgsql as $$
declare one record;
begin
  for one in
    select distinct a.worker_id, a.hit_id, a.record_id from matching.apart a left join matching.hit w on w.id = a.hit_id
      join (select case when h.new_record_id = $2 then h.known_record_id else h.new_record_id end as other from matching.hit h
             where h.organisation_id = $1 and $2 in (h.new_record_id, h.known_record_id) and 'WORKER' not in (h.new_kind, h.known_kind) and h.decision is null) l on a.record_id in (l.other, $2)
     where a.organisation_id = $1 and a.let_go_at is null and (w.id is null or w.holds)
  loop
    perform matching.spread($1, one.hit_id, one.worker_id, array[one.record_id], $3);
  end loop;
end $$;

-- Somebody moved to the other side: these are the records they worked with before.
create function matching.keep_apart_from_before(in_organisation uuid, worker uuid, records uuid[], moment timestamptz) returns void language plpgsql as $$
declare before text[] := matching.as_the_check(in_organisation);
begin
  perform matching.spread(in_organisation, null, worker, records, moment);
  perform matching.as_before(before);
end $$;

-- Those of these workers who are kept apart from any of these records, for whoever gives work: they learn whom to leave out, and nothing else.
create function matching.kept_from(in_organisation uuid, records uuid[]) returns setof uuid language plpgsql as $$
declare before text[] := matching.as_the_check(in_organisation);
begin
  return query select distinct a.worker_id from matching.apart a where a.organisation_id = in_organisation and a.record_id = any (records) and a.let_go_at is null;
  perform matching.as_before(before);
end $$;

-- Those of these fingerprints that this worker's people have, for lists of people who are no record yet.
create function matching.met_by(in_organisation uuid, worker uuid, keys text[]) returns setof text language plpgsql as $$
declare before text[] := matching.as_the_check(in_organisation);
begin
  return query select distinct k.key from matching.party_key k join matching.party p on p.id = k.party_id
    where k.organisation_id = in_organisation and k.key = any (keys) and p.kind = 'WORKER' and p.role = 'KNOWN' and p.record_id = worker and not p.ends;
  perform matching.as_before(before);
end $$;

-- A lead looked: it is somebody else. What other hits still hold stays.
create function matching.let_go(in_organisation uuid, hit uuid, moment timestamptz) returns void language plpgsql as $$
declare before text[] := matching.as_the_check(in_organisation);
begin
  update matching.apart a set let_go_at = moment where a.organisation_id = in_organisation and a.hit_id = let_go.hit and a.let_go_at is null;
  perform matching.as_before(before);
end $$;
