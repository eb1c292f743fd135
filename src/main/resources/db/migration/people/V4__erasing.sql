call access.erasable('people.person');
call access.erasable('people.safe_contact');
call access.erasable('people.live_call');
call access.erasable('people.risk_to_life');
call access.erasable('people.address');
call access.erasable('people.relation');
call access.erasable('people.relation_role');
grant delete on people.person, people.safe_contact, people.live_call, people.risk_to_life, people.address, people.relation, people.relation_role to ${app};

-- Safety: whoever is held for a court, an inquiry or the police is removed by nobody, whatever a rule or a page says.
alter table people.person add column held boolean not null default false;
create policy held_stays on people.person as restrictive for delete using (not held);
create function people.leads_hold() returns trigger language plpgsql as $$
begin
  if new.held is distinct from old.held and not access.has_role('PRIVACY_LEAD', 'SAFEGUARDING_LEAD', 'MANAGER') then
    raise exception 'only a lead or a manager holds a file or lets it go';
  end if;
  return new;
end $$;
create trigger leads_hold before update of held on people.person for each row execute function people.leads_hold();
