-- Equal for names that a person takes for the same; null until the list is read again.
alter table directory add column name_key varchar(300);
create index directory_by_key on directory (connection_id, kind, name_key);
