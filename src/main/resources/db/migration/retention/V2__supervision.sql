-- Notes of supervision have a clock of their own: they are about a worker, not a client.
alter table retention.rule drop constraint rule_kind_check;
alter table retention.rule add constraint rule_kind_check check (kind in ('CASE', 'REFERRAL', 'CALL', 'MESSAGE', 'SUPERVISION'));
alter table retention.erased drop constraint erased_kind_check;
alter table retention.erased add constraint erased_kind_check check (kind in ('CASE', 'REFERRAL', 'CALL', 'MESSAGE', 'SUPERVISION'));
