-- What a step contains of its source, as a JSON list that only mappings understand; null for steps of earlier versions. A mapping that plans the
-- subject again with other options reads it, so that nothing is created a second time inside another step.
alter table ledger add column covers text;
