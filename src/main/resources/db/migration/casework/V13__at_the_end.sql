-- What the client says at the end is asked through instruments now. What was answered before stays in its columns: closures do not change.
alter table casework.closure add column response_id uuid;
alter table casework.closure add check (response_id is null or num_nonnulls(believed, in_control, safer) = 0);
