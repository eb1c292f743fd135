-- The referral of somebody who was written down on the wrong side of the wall is locked with their case.
alter table referral.referral add column locked_at timestamptz;
create policy locked_is_for_leads on referral.referral as restrictive using (
  locked_at is null or (select access.actor_kind() <> 'WORKER' or access.has_role('MANAGER', 'SAFEGUARDING_LEAD')));
