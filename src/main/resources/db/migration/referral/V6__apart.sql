-- Safety: a referral that a worker is kept apart from, or of somebody they are kept apart from, did not come as far as they can tell.
call access.keeps_apart('referral.referral', 'id', 'person_id');
call access.keeps_apart('referral.answer', 'referral_id');
call access.keeps_apart('referral.passage', 'referral_id', 'copy_id');
call access.keeps_apart('referral.asked_back', 'referral_id');
call access.keeps_apart('referral.told', 'referral_id');
