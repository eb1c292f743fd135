call access.erasable('referral.referral');
call access.erasable('referral.answer');
call access.erasable('referral.told');
call access.erasable('referral.passage');
grant delete on referral.referral, referral.answer, referral.told, referral.passage to ${app};
create index referral_of_person on referral.referral (person_id) where person_id is not null;
create index referral_came_to_nothing on referral.referral (organisation_id, side, decided_at, id) where status in ('DECLINED', 'WITHDRAWN', 'PASSED_ON');
