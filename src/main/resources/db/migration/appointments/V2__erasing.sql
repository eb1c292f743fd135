call access.erasable('appointments.appointment');
grant delete on appointments.appointment to ${app};
