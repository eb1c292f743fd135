call access.erasable('safetyplan.draft_part');
call access.erasable('safetyplan.agreed');
call access.erasable('safetyplan.agreed_part');
grant delete on safetyplan.draft_part, safetyplan.agreed, safetyplan.agreed_part to ${app};
