-- Three roles for a ledger on your own PostgreSQL, none of them a superuser, none of which may make others:
--
--   psql --set ON_ERROR_STOP=1 --set owner_password=… --set service_password=… --set database=taizhang --file roles.sql
--
-- taizhang_owner       owns the database and migrates it: DATABASE_OWNER_URL
-- taizhang_service     appends and reads, and can neither change nor delete: DATABASE_URL
-- taizhang_projection  owns the read side and may only read the ledger; nobody logs in as it
create role taizhang_owner login password :'owner_password' nosuperuser nocreaterole nocreatedb;
create role taizhang_service login password :'service_password' nosuperuser nocreaterole nocreatedb;
create role taizhang_projection nologin nosuperuser nocreaterole nocreatedb;
grant taizhang_projection to taizhang_owner;
revoke all on database :"database" from public;
grant connect on database :"database" to taizhang_service;
alter database :"database" owner to taizhang_owner;
