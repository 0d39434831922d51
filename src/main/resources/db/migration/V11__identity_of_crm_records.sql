-- A CRM record belongs to one connection. Where two connections hold the same one, the earlier keeps it and writes it again; the other
-- publishes a record of its own with its next poll.
update opportunity set published_hash = null where exists (
  select 1 from ledger mine join ledger other on other.subject = mine.subject and other.system = mine.system and other.remote_id = mine.remote_id
    and other.connection_id <> mine.connection_id
  where mine.connection_id = opportunity.connection_id and mine.subject = 'opportunities' and mine.step_key = 'opportunity:' || opportunity.opportunity_id);
update ledger set content_hash = null where subject = 'opportunities' and exists (
  select 1 from ledger other where other.subject = ledger.subject and other.system = ledger.system and other.remote_id = ledger.remote_id
    and other.connection_id <> ledger.connection_id);
delete from ledger where subject = 'opportunities' and exists (
  select 1 from ledger other where other.subject = ledger.subject and other.system = ledger.system and other.remote_id = ledger.remote_id
    and other.connection_id <> ledger.connection_id and other.id < ledger.id);
create index ledger_of_remote_id on ledger (remote_id);

-- Its id in ScopeStack, once it has one: that of the PSA, or <id>@<connection> where another tenant has the same id in the same account.
alter table opportunity add column published_as varchar(110);
update opportunity set published_as = opportunity_id where exists (
  select 1 from ledger l where l.connection_id = opportunity.connection_id and l.subject = 'opportunities'
    and l.step_key = 'opportunity:' || opportunity.opportunity_id and l.remote_id is not null);

-- Now with the company and the id in ScopeStack. Read by project (what a project can be linked with) and identity.
drop view opportunity_summary;
create view opportunity_summary as
select connection_id, opportunity_id, name, company_id, company_name, closed, kept_out_because, offered, published_as from opportunity;

-- The ScopeStack account that a connection was last seen to work in, as long as its settings say the same.
create table scopestack_account (
  connection_id varchar(63)  primary key references connection (id) on delete cascade,
  settings_hash varchar(64)  not null,
  slug          varchar(200) not null
);
