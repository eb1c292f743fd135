-- The inbox's second list: the last month's decisions among those of all years (bin/bench plans).
create index referral_decided on referral.referral (organisation_id, side, decided_at desc, id desc) where decided_at is not null;
