call access.erasable('disclosure.release');
call access.erasable('disclosure.request');
call access.erasable('disclosure.request_item');
grant delete on disclosure.release, disclosure.request, disclosure.request_item to ${app};
