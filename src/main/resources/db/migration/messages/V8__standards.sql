-- Copies of standards are asked for and told of from the house's own job: which mail somebody gets must not show in how long a page takes.
create policy standards_asks on messages.own_address for insert with check (access.actor_kind() = 'JOB' and access.job() = 'standards' and organisation_id = access.organisation());
create policy standards_tells on messages.outbox for insert with check (access.actor_kind() = 'JOB' and access.job() = 'standards' and organisation_id = access.organisation() and kind in ('OWN_ADDRESS', 'CONFIRMATION'));
