-- Since when somebody stands on the other side of the wall, as far as is known: this side makes no contact.
alter table people.person add column moved_at timestamptz;
-- Which correction turned a role, so that it can be turned back.
alter table people.relation_role add column because_of uuid;
create index relation_role_because on people.relation_role (because_of) where because_of is not null;
