call access.erasable('matching.party', false);
call access.erasable('matching.party_key', false);
call access.erasable('matching.hit');
call access.erasable('matching.apart');
create index party_who on matching.party (organisation_id, who);
grant delete on matching.party, matching.party_key, matching.hit, matching.apart to ${app};
