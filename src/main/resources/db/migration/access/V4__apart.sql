-- Who must not meet whom. Each transaction of a worker is told once, as it begins, which records are not there for them; the policies of every room read that
-- and nothing else, so a list, a count, a search and a page answer alike, and in the time they always take (docs/adr/0022).
create function access.apart() returns uuid[] stable parallel safe language sql
  return coalesce(nullif(current_setting('alongside.apart', true), '')::uuid[], '{}'::uuid[]);

-- The question. The room that knows the answer puts it here (matching V3): this one stands above all others and asks none of them.
create function access.find_apart() returns uuid[] language plpgsql as $$ begin return '{}'; end $$;

-- Safety: what a worker is kept apart from is not there, whatever other policies of the table allow. Restrictive, so that no policy written later opens it again.
create procedure access.keeps_apart(kept regclass, variadic ids text[]) language plpgsql as $$
begin
  execute format('drop policy if exists keeps_apart on %s', kept);
  execute format('create policy keeps_apart on %s as restrictive using (%s)', kept, (
    select string_agg(format(case when a.attnotnull then '%I <> all ((select access.apart())::uuid[])' else '(%1$I is null or %1$I <> all ((select access.apart())::uuid[]))' end, id), ' and ')
      from unnest(ids) id join pg_attribute a on a.attrelid = kept and a.attname = id));
end $$;
