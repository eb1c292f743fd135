-- Most cases are closed. Their orders do not crowd out those of open cases on the list of days that come near (bin/bench plans).
alter table orders.protective_order add column case_closed boolean not null default false;
drop index orders.protective_order_running_out;
drop index orders.protective_order_heard;
drop index orders.protective_order_not_served;
create index protective_order_running_out on orders.protective_order (organisation_id, side, until, id) where status = 'MADE' and not case_closed;
create index protective_order_heard on orders.protective_order (organisation_id, side, hearing_on, id) where status in ('ASKED', 'MADE') and not case_closed;
create index protective_order_not_served on orders.protective_order (organisation_id, side, made_on, id) where status = 'MADE' and served_on is null and not case_closed;
