-- Safety: whoever a worker is kept apart from is nobody to them, and neither are those they are related to in our records.
call access.keeps_apart('people.person', 'id');
call access.keeps_apart('people.safe_contact', 'person_id');
call access.keeps_apart('people.live_call', 'person_id');
call access.keeps_apart('people.risk_to_life', 'person_id');
call access.keeps_apart('people.address', 'person_id');
call access.keeps_apart('people.relation', 'person_id', 'other_id');
call access.keeps_apart('people.name_sound', 'person_id');
call access.keeps_apart('people.other_name', 'person_id');
