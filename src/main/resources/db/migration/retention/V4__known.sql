-- Whom a worker knows is about neither a client nor a case: it has a clock of its own, from the day it ended or the worker left.
alter table retention.rule drop constraint rule_kind_check;
alter table retention.rule add constraint rule_kind_check check (kind in ('CASE', 'REFERRAL', 'CALL', 'MESSAGE', 'SUPERVISION', 'CROSSING', 'KNOWN'));
alter table retention.erased drop constraint erased_kind_check;
alter table retention.erased add constraint erased_kind_check check (kind in ('CASE', 'REFERRAL', 'CALL', 'MESSAGE', 'SUPERVISION', 'CROSSING', 'KNOWN'));
