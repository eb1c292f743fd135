call access.erasable('helpline.contact');
grant delete on helpline.contact to ${app};
