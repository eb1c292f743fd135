-- A search of a case that was closed meanwhile does not crowd out those that go on.
alter table accommodation.request add column case_closed boolean not null default false;
drop index accommodation.request_open;
create index request_open on accommodation.request (organisation_id, side, needed_from, id) where status = 'OPEN' and not case_closed;
