create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit_entry is only added to';
end $$;
create trigger audit_is_append_only before update or delete or truncate on audit_entry
  for each statement execute function audit_is_append_only();
