-- A text to a client leaves like a mail to them: through the gate, asked again at the moment of sending.
alter table messages.outbox drop constraint outbox_kind_check;
alter table messages.outbox add constraint outbox_kind_check check (kind in ('PERSON', 'OWN_ADDRESS', 'CONFIRMATION', 'NOTICE', 'TEXT'));
alter table messages.outbox add column asked_by uuid;
create index outbox_texts on messages.outbox (person_id, asked_at desc) where kind = 'TEXT';
-- Whoever works with a client sees whether a text to them left.
create policy case_workers_read_texts on messages.outbox for select using (
  (select access.actor_kind() = 'WORKER' and access.has_role('SUPPORT_WORKER', 'CHILDRENS_WORKER', 'DUTY', 'MANAGER', 'SAFEGUARDING_LEAD', 'FACILITATOR', 'PARTNER_SUPPORT'))
  and organisation_id = access.organisation() and side = access.side() and kind = 'TEXT');
