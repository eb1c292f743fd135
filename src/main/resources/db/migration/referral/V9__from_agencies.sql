-- From which agency a professional's referral came, by month, with no way to the referral: so that it can be said whether agencies whose people were trained refer afterwards.
create table referral.from_agency (
  id              uuid primary key,
  organisation_id uuid not null,
  month           date not null check (extract(day from month) = 1),
  -- Safety: a fingerprint of the name; whoever reads the table learns of no agency they do not ask for by name.
  agency          text not null,
  about_behaviour boolean not null
);
create index from_agency_by_name on referral.from_agency (organisation_id, agency, month);
call access.guard('referral.from_agency');
create policy counted_as_they_come on referral.from_agency for insert with check ((select access.actor_kind() in ('PUBLIC', 'HOLDER')));
create policy those_who_train_count on referral.from_agency for select using ((select access.actor_kind() = 'WORKER' and access.has_role('TRAINER', 'MANAGER', 'COMMISSIONER')) and organisation_id = access.organisation());
grant select, insert on referral.from_agency to ${app};
