-- On what basis something left, why it was needed, and whether the person was told. A referral may leave before anybody is a person here.
alter table disclosure.release alter column person_id drop not null;
alter table disclosure.release add column referral_id uuid;
alter table disclosure.release add column basis text not null default 'AGREED' check (basis in ('AGREED', 'RISK_TO_LIFE', 'SAFEGUARDING', 'LEGAL'));
alter table disclosure.release add column necessity bytea;
alter table disclosure.release add column told boolean not null default true;
alter table disclosure.release add column why_not_told bytea;
alter table disclosure.release alter column basis drop default;
alter table disclosure.release alter column told drop default;
alter table disclosure.release add check (num_nonnulls(person_id, referral_id) = 1);
-- Safety: without agreement nothing leaves unless somebody wrote why it was needed; and nobody is kept in the dark without a reason.
alter table disclosure.release add check (basis = 'AGREED' or necessity is not null);
alter table disclosure.release add check (told or why_not_told is not null);
create index release_by_referral on disclosure.release (organisation_id, side, referral_id) where referral_id is not null;
