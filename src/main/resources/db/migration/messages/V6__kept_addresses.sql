-- An address that another room still writes to outlives the link by which it was confirmed.
alter table messages.own_address add column kept_until timestamptz;
-- Training asks and tells from its own jobs: which answer somebody gets must not show in how long a page takes.
create policy training_asks on messages.own_address for insert with check (access.actor_kind() = 'JOB' and access.job() = 'training' and organisation_id = access.organisation());
create policy training_tells on messages.outbox for insert with check (access.actor_kind() = 'JOB' and access.job() = 'training' and organisation_id = access.organisation() and kind in ('OWN_ADDRESS', 'CONFIRMATION'));
