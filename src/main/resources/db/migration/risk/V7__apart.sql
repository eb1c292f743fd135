-- Safety: what stands beside a case is not there for a worker who is kept apart from the person, also where a page forgets to ask for the case.
call access.keeps_apart('risk.assessment', 'case_id');
call access.keeps_apart('risk.pack', 'case_id');
call access.keeps_apart('risk.raised_level', 'case_id');
call access.keeps_apart('risk.second_look', 'case_id');
call access.keeps_apart('risk.trigger', 'case_id');
