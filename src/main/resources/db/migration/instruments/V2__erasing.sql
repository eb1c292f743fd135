call access.erasable('instruments.response');
grant delete on instruments.response to ${app};
create policy eraser_removes on instruments.answer for delete using ((select access.actor_kind() = 'JOB' and access.job() = 'erase') and exists (select from instruments.response r where r.id = response_id));
grant delete on instruments.answer to ${app};
