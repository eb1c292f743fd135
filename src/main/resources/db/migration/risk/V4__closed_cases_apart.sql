-- What happened in a case that was closed meanwhile does not crowd out what waits in open ones.
alter table risk.trigger add column case_closed boolean not null default false;
drop index risk.trigger_open;
create index trigger_open on risk.trigger (organisation_id, side, recorded_at desc) where answered_at is null and not case_closed;
grant update (case_closed) on risk.trigger to ${app};
