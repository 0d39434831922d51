create trigger audit_is_append_only before update, delete on audit_entry for each row call "io.scopebridge.audit.AppendOnly";
