-- A search that stops because whoever looked is seen to cause harm. It goes on when that is undone.
alter table accommodation.request drop constraint request_status_check;
alter table accommodation.request add constraint request_status_check check (status in ('OPEN', 'PLACED', 'NOT_FOUND', 'NO_LONGER', 'STOPPED'));
