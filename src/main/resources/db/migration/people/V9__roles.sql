-- Safety: a side is not enough. Somebody who trains, reviews, moderates, edits the directory, commissions or administers works with no person, whatever side they are on.
do $$
declare kept text;
begin
  foreach kept in array array['person', 'safe_contact', 'live_call', 'risk_to_life', 'address', 'relation', 'name_sound', 'other_name'] loop
    execute format('create policy for_work_with_people on people.%I as restrictive using ((select access.actor_kind() <> ''WORKER''
      or access.has_role(''VOLUNTEER'', ''HELPLINE'', ''SUPPORT_WORKER'', ''CHILDRENS_WORKER'', ''DUTY'', ''MANAGER'', ''SAFEGUARDING_LEAD'', ''PRIVACY_LEAD'', ''FACILITATOR'', ''PARTNER_SUPPORT'')))', kept);
  end loop;
end $$;
