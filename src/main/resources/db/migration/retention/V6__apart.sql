-- Safety: what stands beside a case is not there for a worker who is kept apart from the person, also where a page forgets to ask for the case.
call access.keeps_apart('retention.erasure', 'person_id');
call access.keeps_apart('retention.hold', 'person_id');
