-- What people wrote with their answers about a course has a clock of its own.
alter table retention.rule drop constraint rule_kind_check;
alter table retention.rule add constraint rule_kind_check check (kind in ('CASE', 'REFERRAL', 'CALL', 'MESSAGE', 'SUPERVISION', 'CROSSING', 'KNOWN', 'CORRECTION', 'COMMENT'));
alter table retention.erased drop constraint erased_kind_check;
alter table retention.erased add constraint erased_kind_check check (kind in ('CASE', 'REFERRAL', 'CALL', 'MESSAGE', 'SUPERVISION', 'CROSSING', 'KNOWN', 'CORRECTION', 'COMMENT'));
