call access.erasable('messages.outbox');
call access.erasable('messages.own_address');
grant delete on messages.outbox, messages.own_address to ${app};
create index outbox_of_person on messages.outbox (person_id) where person_id is not null;
