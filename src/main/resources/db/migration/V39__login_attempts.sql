-- What all nodes know of logins with a password: strangers choose names and places, which are here as keyed hashes of one size.
create table login_attempt (
  attempt_key varchar(64) primary key,
  in_a_row    integer not null,
  wait_until  timestamp with time zone not null,
  known_at    timestamp with time zone,
  changed_at  timestamp with time zone not null
);
create index login_attempt_changed on login_attempt (changed_at);

-- Places at which names failed; names: hashes of the first of them.
create table login_place (
  place_key  varchar(64) primary key,
  first_at   timestamp with time zone not null,
  names      varchar(200) not null,
  beyond     integer not null,
  wait_until timestamp with time zone not null,
  changed_at timestamp with time zone not null
);
create index login_place_changed on login_place (changed_at);
