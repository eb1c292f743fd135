call access.erasable('risk.assessment');
call access.erasable('risk.second_look');
call access.erasable('risk.trigger');
grant delete on risk.assessment, risk.second_look, risk.trigger to ${app};
