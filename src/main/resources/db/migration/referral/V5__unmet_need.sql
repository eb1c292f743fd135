-- Why there was no place, how the person is counted and who tells them: kept with the referral, so that a decision that is undone is not counted.
alter table referral.referral add column unmet_reason text check (unmet_reason in ('NO_PLACE', 'NOT_FOR_THEIR_GENDER', 'NOT_IN_THEIR_LANGUAGE', 'NOT_IN_THEIR_AREA', 'NOT_SUITABLE', 'OTHER'));
alter table referral.referral add column unmet_counted_as text check (unmet_counted_as in ('WOMAN', 'MAN', 'NON_BINARY', 'NOT_SAID'));
alter table referral.referral add column told_by text check (told_by in ('EMAIL', 'CALL', 'REFERRER', 'THEY_RING', 'NOBODY'));
alter table referral.referral add check ((unmet_reason is null) = (unmet_counted_as is null) and (unmet_reason is null) = (told_by is null));

-- How many people a month no place was found for. Numbers only.
create table referral.unmet_need (
  organisation_id uuid not null default access.organisation(),
  side            text not null default access.side() check (side in ('SUPPORT', 'CHANGE')),
  month           date not null check (extract(day from month) = 1),
  reason          text not null,
  counted_as      text not null,
  people          int not null check (people >= 0),
  primary key (organisation_id, side, month, reason, counted_as)
);
call access.guard('referral.unmet_need');
call access.workers_of_the_side('referral.unmet_need', 'SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT');
grant select, insert, update (people) on referral.unmet_need to ${app};
