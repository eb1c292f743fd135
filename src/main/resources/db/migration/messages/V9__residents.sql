-- Accounts of residents are asked for and told of from the house's own job: which mail somebody gets must not show in how long a page takes.
create policy residents_ask on messages.own_address for insert with check (access.actor_kind() = 'JOB' and access.job() = 'residents' and organisation_id = access.organisation());
create policy residents_tell on messages.outbox for insert with check (access.actor_kind() = 'JOB' and access.job() = 'residents' and organisation_id = access.organisation() and kind in ('OWN_ADDRESS', 'CONFIRMATION'));
