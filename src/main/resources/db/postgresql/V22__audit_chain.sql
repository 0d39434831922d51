-- Each entry has a hash over its content and the hash of its predecessor in one of several chains, so that writers do not wait for each
-- other. The hash is keyed (hub_secret audit.<n>): whoever only has the database cannot compute it.
alter table audit_entry add column chain integer;
alter table audit_entry add column link bigint;
alter table audit_entry add column hash varchar(64);
create unique index audit_link on audit_entry (chain, link);

-- The newest link of each chain; chain: number of the key times 100, and 1 to 16. seal: keyed hash over the row.
create table audit_chain (
  chain integer primary key,
  link  bigint not null,
  hash  varchar(64) not null,
  seal  varchar(64) not null
);

-- Hashes of the entries from before there were chains, which all chains begin with.
create table audit_start (
  entry_id bigint primary key,
  hash     varchar(64) not null
);

-- The hash covers the id, so the id is known before the insert.
create sequence audit_number;
select setval('audit_number', (select coalesce(max(id), 0) + 1 from audit_entry), false);
alter table audit_entry alter column id drop identity;
alter table audit_entry alter column id set default nextval('audit_number');
