-- Whether a database can carry the ledger. For PostgreSQL and what was derived from it (openGauss, GaussDB, KingbaseES,
-- PolarDB, TDSQL, HighGo …): run it as the owner, in the ledger's own database, before the first start.
--
--   psql "$DATABASE_OWNER_URL" --no-psqlrc --quiet --tuples-only --no-align --file deploy/check-database.sql
--
-- It tries each thing that the ledger does, in schemas of its own that it takes away again, and answers a line for each:
-- "ok" or "MISSING", what it is needed for, and what the server said. The rest is up to you: a line that says MISSING is
-- a ledger that would not start or not keep its promises.
set client_min_messages = warning;
drop schema if exists taizhang_check cascade;
create schema taizhang_check;
create table taizhang_check.answer (nr integer, feature text, needed_for text, outcome text);

create function taizhang_check.try(nr integer, feature text, needed_for text, attempt text) returns void language plpgsql as $$
begin
  execute attempt;
  insert into taizhang_check.answer values (nr, feature, needed_for, 'ok');
exception when others then
  insert into taizhang_check.answer values (nr, feature, needed_for, 'MISSING: ' || sqlerrm);
end $$;

select taizhang_check.try(1, 'server version 15 or later', 'everything below',
  $try$ do $do$ begin
    if current_setting('server_version_num')::int < 150000 then raise exception 'it is %', current_setting('server_version'); end if;
  end $do$ $try$);
select taizhang_check.try(2, 'UTF-8', 'Chinese names',
  $try$ do $do$ begin
    if current_setting('server_encoding') <> 'UTF8' then raise exception 'it is %', current_setting('server_encoding'); end if;
  end $do$ $try$);
select taizhang_check.try(3, 'the empty text is not null', 'fields that may be empty (some databases follow Oracle here)',
  $try$ do $do$ begin if '' is null then raise exception 'it is'; end if; end $do$ $try$);
select taizhang_check.try(4, 'uuid, bytea, json, timestamptz, text collate "C"', 'the event table and the rows of projections',
  $try$ create table taizhang_check.event (position bigint primary key, id uuid not null unique, at timestamptz not null,
    stream text collate "C" not null, data bytea not null, "row" json) $try$);
select taizhang_check.try(5, 'fillfactor', 'the head row, updated in place',
  $try$ create table taizhang_check.head (singleton boolean primary key default true check (singleton), position bigint not null) with (fillfactor = 10) $try$);
select taizhang_check.try(6, 'text kept without compression', 'rows of projections',
  $try$ alter table taizhang_check.event alter column "row" set storage external $try$);
select taizhang_check.try(7, 'triggers for statements, TRUNCATE among them', 'nothing can be taken away',
  $try$ create function taizhang_check.refuse() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as
    $f$ begin raise exception 'refused' using errcode = 'insufficient_privilege'; end $f$;
    create trigger only_grows before update or delete or truncate on taizhang_check.event
      for each statement execute function taizhang_check.refuse() $try$);
select taizhang_check.try(8, 'ENABLE ALWAYS TRIGGER', 'nothing can be taken away under session_replication_role = replica either',
  $try$ alter table taizhang_check.event enable always trigger only_grows $try$);
select taizhang_check.try(9, 'the trigger refuses', 'nothing can be taken away',
  $try$ do $do$ begin
    begin truncate taizhang_check.event; exception when insufficient_privilege then return; end;
    raise exception 'TRUNCATE went through';
  end $do$ $try$);
select taizhang_check.try(10, 'plpgsql SECURITY DEFINER with settings of its own and several OUT parameters', 'ledger.append',
  $try$ create function taizhang_check.append(now timestamptz, ids uuid[], data bytea[], out outcomes integer[], out positions bigint[])
    language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as
    $f$ declare total constant integer := cardinality(ids); begin
      outcomes := array_fill(0, array[total]); positions := array_fill(0::bigint, array[total]); outcomes[1] := 2; end $f$ $try$);
select taizhang_check.try(11, 'it answers', 'ledger.append',
  $try$ do $do$ declare a record; begin
    select * into a from taizhang_check.append(now(), array['00000000-0000-7000-8000-000000000001']::uuid[], array['\x00'::bytea]);
    if a.outcomes[1] is distinct from 2 then raise exception 'it answered %', a; end if;
  end $do$ $try$);
select taizhang_check.try(12, 'unnest of several arrays in one FROM', 'ledger.append, writing rows',
  $try$ do $do$ begin perform * from unnest(array[1,2], array['a','b']) u(n, t); end $do$ $try$);
select taizhang_check.try(13, 'LEFT JOIN LATERAL', 'ledger.read_streams, answers with their position',
  $try$ do $do$ begin perform * from generate_series(1, 2) s(n) left join lateral (select s.n + 1 as m limit 1) l on true; end $do$ $try$);
select taizhang_check.try(14, 'RETURN QUERY from a function that returns a table', 'ledger.read_streams',
  $try$ create function taizhang_check.read_streams(streams text[]) returns table (n integer, "position" bigint) language plpgsql stable as
    $f$ begin return query select s.n, e.position from generate_series(1, cardinality(streams)) s(n)
      left join lateral (select h.position from taizhang_check.event h where h.stream = streams[s.n] order by h.position desc limit 1) e on true; end $f$ $try$);
select taizhang_check.try(15, 'INSERT … ON CONFLICT DO UPDATE', 'rows and checkpoints of projections',
  $try$ insert into taizhang_check.head (position) values (1) on conflict (singleton) do update set position = greatest(head.position, excluded.position) $try$);
select taizhang_check.try(16, 'UPDATE … RETURNING … INTO', 'the head row gives positions out',
  $try$ do $do$ declare before bigint; begin
    update taizhang_check.head set position = position + 5 returning position - 5 into before;
    if before is null then raise exception 'nothing came back'; end if;
  end $do$ $try$);
select taizhang_check.try(17, 'row comparison (a, b) > (c, d)', 'pages of answers',
  $try$ do $do$ begin if not (1, 'b') > (1, 'a') then raise exception 'it is wrong'; end if; end $do$ $try$);
select taizhang_check.try(18, 'pg_notify', 'readers are woken; they also look once a second',
  $try$ do $do$ begin perform pg_notify('taizhang_check', '1'); end $do$ $try$);
select taizhang_check.try(19, 'advisory locks of a session and of a transaction', 'migrations take turns; each projection has one writer',
  $try$ do $do$ begin
    if not pg_try_advisory_lock(hashtext('taizhang'), hashtext('check')) then raise exception 'it is taken'; end if;
    perform pg_advisory_unlock(hashtext('taizhang'), hashtext('check'));
    perform pg_advisory_xact_lock(7400911);
  end $do$ $try$);
select taizhang_check.try(20, 'settings jit, plan_cache_mode, enable_bitmapscan, idle_in_transaction_session_timeout, synchronous_commit', 'sessions of the store',
  $try$ do $do$ begin
    perform set_config('jit', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_bitmapscan', 'off', true),
      set_config('idle_in_transaction_session_timeout', '5s', true), set_config('synchronous_commit', 'on', true);
  end $do$ $try$);
select taizhang_check.try(21, 'views that are replaced within a transaction', 'a projection is built beside the live one and swapped',
  $try$ create view taizhang_check.serving as select * from taizhang_check.head $try$);
select taizhang_check.try(22, 'to_regnamespace, pg_has_role, pg_roles', 'the read side finds the ledger and its role',
  $try$ do $do$ begin
    if to_regnamespace('taizhang_check') is null then raise exception 'to_regnamespace finds nothing'; end if;
    perform pg_has_role(current_user, current_user, 'member'); perform 1 from pg_roles limit 1;
  end $do$ $try$);
select taizhang_check.try(23, 'schemas owned by a role that the owner may become', 'the read side may read the ledger and no more',
  $try$ do $do$ begin
    if not exists (select from pg_roles where rolname = 'taizhang_projection')
      and not (select rolsuper or rolcreaterole from pg_roles where rolname = current_user)
    then raise exception 'there is no role taizhang_projection and this user may not make it: see database/roles.sql'; end if;
  end $do$ $try$);
select taizhang_check.try(24, 'this user may make schemas here', 'migrations',
  $try$ do $do$ begin
    if not has_database_privilege(current_user, current_database(), 'CREATE') then raise exception 'CREATE on the database is not granted'; end if;
  end $do$ $try$);
select taizhang_check.try(25, 'fsync, synchronous_commit, full_page_writes', 'what was acknowledged is there after a power cut',
  $try$ do $do$ begin
    if current_setting('fsync') <> 'on' or current_setting('full_page_writes') <> 'on' or current_setting('synchronous_commit') in ('off')
    then raise exception 'fsync %, full_page_writes %, synchronous_commit %', current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit'); end if;
  end $do$ $try$);
select taizhang_check.try(26, 'pg_logical_emit_message, pg_current_wal_insert_lsn, pg_current_wal_flush_lsn', 'appends under load wait for the disk together',
  $try$ do $do$ begin
    perform pg_logical_emit_message(true, 'taizhang_check', '');
    if pg_current_wal_insert_lsn() < pg_current_wal_flush_lsn() then raise exception 'the log is on disk before it is written'; end if;
  end $do$ $try$);

select case when outcome = 'ok' then 'ok       ' else 'MISSING  ' end || feature ||
  case when outcome = 'ok' then '' else ' — ' || substr(outcome, 10) || ' (needed for: ' || needed_for || ')' end
from taizhang_check.answer order by nr;
-- What cannot be tried in a function: COPY in binary, which the store reads by, and LISTEN. An error here is a MISSING.
\copy (select position, singleton from taizhang_check.head) to /dev/null with (format binary)
listen taizhang_check;
unlisten taizhang_check;
drop schema taizhang_check cascade;
