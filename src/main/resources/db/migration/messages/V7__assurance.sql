-- The directory asks those whom a service named whether its entry is still right, and tells its editors what nobody answered for.
create policy assurance_asks on messages.own_address for insert with check (access.actor_kind() = 'JOB' and access.job() = 'directory-assurance' and organisation_id = access.organisation());
create policy assurance_tells on messages.outbox for insert with check (access.actor_kind() = 'JOB' and access.job() = 'directory-assurance' and organisation_id = access.organisation() and kind in ('CONFIRMATION', 'NOTICE'));
