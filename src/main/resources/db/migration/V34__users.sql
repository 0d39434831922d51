-- Users of the console and the API, for all nodes; those of the settings and of the file console-users are not here.
create table console_user (
  name          varchar(100) primary key,
  -- In lower case: no two users differ in upper and lower case alone.
  name_key      varchar(100) not null unique,
  -- viewer | operator | admin
  role          varchar(20)  not null,
  -- Of the password, with its type as prefix.
  hash          varchar(500) not null,
  enabled       boolean      not null,
  created_at    timestamp with time zone not null,
  created_by    varchar(200) not null,
  last_login_at timestamp with time zone
);
