-- The worry about a partner that was written beside a session, so that saving the register again tells it once.
alter table programme.attendance add column concern bytea;
