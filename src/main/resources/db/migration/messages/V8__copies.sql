-- Copies of standards are asked for and told of from the house's own job: which mail somebody gets must not show in how long a page takes.
create policy copies_ask on messages.own_address for insert with check (access.actor_kind() = 'JOB' and access.job() = 'copies' and organisation_id = access.organisation());
create policy copies_tell on messages.outbox for insert with check (access.actor_kind() = 'JOB' and access.job() = 'copies' and organisation_id = access.organisation() and kind in ('OWN_ADDRESS', 'CONFIRMATION'));
