-- A letter to an agency on a client's behalf is in the ledger like anything else that leaves.
alter table disclosure.release drop constraint release_recipient_check;
alter table disclosure.release add constraint release_recipient_check check (recipient in ('PERSON', 'WORKER', 'ORGANISATION', 'REQUEST', 'AGENCY'));
alter table disclosure.release drop constraint release_purpose_check;
alter table disclosure.release add constraint release_purpose_check check (purpose in ('CLIENT_KEEPS', 'WORKER_COPY', 'PASS_ON', 'LETTER', 'ANSWER'));
