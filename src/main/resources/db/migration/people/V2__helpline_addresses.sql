-- Safety: a helpline worker who writes down a protected address must also make the older ones unsafe, so the same roles read and write here.
-- Opening one still needs a reason, and working with the person or immediate danger.
drop policy own_side_and_role on people.address;
create policy own_side_and_role on people.address
  using (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side()
    and access.has_role('SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT', 'HELPLINE'))
  with check (access.actor_kind() = 'WORKER' and organisation_id = access.organisation() and side = access.side()
    and access.has_role('SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT', 'HELPLINE'));
