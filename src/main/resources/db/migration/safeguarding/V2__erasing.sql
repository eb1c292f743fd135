call access.erasable('safeguarding.concern');
grant delete on safeguarding.concern to ${app};
