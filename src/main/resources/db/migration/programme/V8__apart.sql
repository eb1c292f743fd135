-- Safety: what stands beside a case is not there for a worker who is kept apart from the person, also where a page forgets to ask for the case.
call access.keeps_apart('programme.partner', 'case_id', 'person_id');
call access.keeps_apart('programme.no_partner', 'case_id');
call access.keeps_apart('programme.enrolment', 'case_id');
call access.keeps_apart('programme.apart', 'one_case', 'other_case');
call access.keeps_apart('programme.sheet', 'case_id');
call access.keeps_apart('programme.suitability', 'case_id');
call access.keeps_apart('programme.agreement', 'case_id');
call access.keeps_apart('programme.breach', 'case_id');
call access.keeps_apart('programme.known_harm', 'case_id');
call access.keeps_apart('programme.harm_not_known', 'case_id');
