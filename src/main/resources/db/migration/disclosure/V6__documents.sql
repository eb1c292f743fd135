-- A copy of a document that goes to an agency is in the ledger like anything else that leaves.
alter table disclosure.release drop constraint release_purpose_check;
alter table disclosure.release add constraint release_purpose_check check (purpose in ('CLIENT_KEEPS', 'WORKER_COPY', 'PASS_ON', 'LETTER', 'DOCUMENT', 'ANSWER'));
