-- What a service words for those it teaches, or for anybody, is asked on public pages: whoever is asked there reads it.
alter table instruments.instrument_version add column for_anybody boolean not null default false;
alter table instruments.instrument_version no force row level security;
update instruments.instrument_version set for_anybody = true where definition ~ '(^|\n)by: *["'']?(learner|public)["'']? *(\r?\n|$)';
alter table instruments.instrument_version force row level security;

-- Safety: never sets about a person, nor those a worker answers: what one service may use by permission, no other service reads.
create policy whoever_is_asked_reads on instruments.instrument_version for select using (for_anybody and (select access.actor_kind() in ('PUBLIC', 'HOLDER')));
