call access.erasable('accommodation.request');
call access.erasable('accommodation.place');
grant delete on accommodation.request, accommodation.place to ${app};
