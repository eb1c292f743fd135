call access.erasable('orders.protective_order');
call access.erasable('orders.breach');
grant delete on orders.protective_order, orders.breach to ${app};
