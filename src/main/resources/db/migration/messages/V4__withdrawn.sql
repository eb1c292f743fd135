-- A message that must not leave any more: whom it was for stands on the other side of the wall.
alter table messages.outbox drop constraint outbox_state_check;
alter table messages.outbox add constraint outbox_state_check check (state in ('WAITING', 'SENT', 'NOT_SAFE', 'GIVEN_UP', 'NOT_CONFIRMED', 'PRACTICE', 'WITHDRAWN'));
