/** Forward only: a migration that was published never changes; what must change comes as the next one. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

const ledger = `
create table ledger.event (
  position    bigint primary key,
  revision    integer not null,
  recorded_at timestamptz not null,
  id          uuid not null,
  stream      text collate "C" not null,
  type        text collate "C" not null,
  data        bytea not null,
  meta        bytea not null,
  constraint event_stream_revision unique (stream, revision),
  constraint event_id unique (id)
);
comment on table ledger.event is
  'Append-only. One table, not partitions: over partitions PostgreSQL promises a unique id, or a unique revision in a '
  'stream, only together with the partition key, which is no promise at all.';

create table ledger.head (
  singleton   boolean primary key default true check (singleton),
  position    bigint not null,
  recorded_at timestamptz not null
) with (fillfactor = 10);
comment on table ledger.head is
  'One row. Whoever appends takes it first: positions have no gaps and are committed in their order, and time never decreases.';
insert into ledger.head (position, recorded_at) values (0, '1970-01-01T00:00:00Z');

create function ledger.refuse() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception '% of %.% is refused: the ledger only grows', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create trigger only_grows before update or delete or truncate on ledger.event
  for each statement execute function ledger.refuse();
create trigger every_row_stays before update or delete on ledger.event
  for each row execute function ledger.refuse();
create trigger stays before delete or truncate on ledger.head
  for each statement execute function ledger.refuse();
alter table ledger.event enable always trigger only_grows;
alter table ledger.event enable always trigger every_row_stays;
alter table ledger.head enable always trigger stays;
`;

/**
 * One flush of many appends, each judged in turn against what is stored and what came before it in the flush.
 *
 * Per append: `streams`, `expected` (a revision, -1 no stream, -2 any, -3 stream exists), `previous` (the append of this flush
 * that last touched the stream, or 0), `counts`. Per event: `owners` (its append, from 1), `behind` (how many of the append
 * come after it) and content. The outcomes: 0 written, 1 duplicate, 2 stale, 3 conflict. `atomic` writes all of the
 * appends or none, whatever the single outcomes.
 */
const append = `
create function ledger.append(
  now timestamptz, atomic boolean,
  streams text[], expected integer[], previous integer[], counts integer[],
  owners integer[], behind integer[], ids uuid[], types text[], data bytea[], meta bytea[],
  out outcomes integer[], out revisions integer[], out positions bigint[], out recorded bigint[], out taken_ids uuid[]
) language plpgsql security definer
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
  set enable_bitmapscan = off
  set plan_cache_mode = force_generic_plan
as $$
declare
  total constant integer := cardinality(ids);
  appends constant integer := cardinality(streams);
  before bigint;
  taken bigint;
  known record;
begin
  -- The head first: from here to the commit nobody else appends, and every statement below sees all that they wrote.
  update ledger.head set position = position + total, recorded_at = greatest(recorded_at, append.now)
    returning position - total, recorded_at into before, append.now;
  taken := before;
  outcomes := array_fill(0, array[appends]);
  positions := array_fill(0::bigint, array[appends]);
  recorded := array_fill((extract(epoch from append.now) * 1000)::bigint, array[appends]);

  -- revisions[i] is where an append finds its stream, and later where it leaves it.
  select array(select coalesce((select e.revision from ledger.event e where e.stream = s order by e.revision desc limit 1), -1)
               from unnest(streams) s),
         (select array_agg(e.id) from ledger.event e where e.id = any (ids))
    into revisions, taken_ids;

  -- What is known already is judged by its content, whatever was expected.
  if taken_ids is not null then
    for known in
      select n.owner, bool_and(e.stream = streams[n.owner] and e.type = n.type and e.data = n.data) and count(*) = counts[n.owner] as same
      from unnest(owners, ids, types, append.data) n(owner, id, type, data) join ledger.event e on e.id = n.id
      where n.id = any (taken_ids)
      group by n.owner
    loop
      outcomes[known.owner] := case when known.same then 1 else 3 end;
    end loop;
  end if;

  -- The others are judged each in its turn.
  for i in 1 .. appends loop
    if previous[i] > 0 then
      revisions[i] := revisions[previous[i]];
    end if;
    if outcomes[i] = 0 then
      if expected[i] = revisions[i] or expected[i] = -2 or expected[i] = -3 and revisions[i] >= 0 then
        revisions[i] := revisions[i] + counts[i];
        taken := taken + counts[i];
        positions[i] := taken;
      else
        outcomes[i] := 2;
      end if;
    end if;
  end loop;

  if taken = before or atomic and 0 <> any (outcomes) then
    taken := before;
  else
    insert into ledger.event (position, revision, recorded_at, id, stream, type, data, meta)
    select positions[owners[n]] - behind[n], revisions[owners[n]] - behind[n], append.now,
           ids[n], streams[owners[n]], types[n], append.data[n], append.meta[n]
    from generate_series(1, total) n
    where outcomes[owners[n]] = 0;
    perform pg_notify('ledger', taken::text);
  end if;

  -- What was refused gives its positions back.
  if taken < before + total then
    update ledger.head set position = taken;
  end if;

  -- A duplicate hears where it was written the first time.
  if taken_ids is not null then
    for known in
      select n.owner, max(e.revision) as revision, max(e.position) as position, max(e.recorded_at) as recorded_at
      from unnest(owners, ids) n(owner, id) join ledger.event e on e.id = n.id
      where n.id = any (taken_ids)
      group by n.owner
    loop
      revisions[known.owner] := known.revision;
      positions[known.owner] := known.position;
      recorded[known.owner] := (extract(epoch from known.recorded_at) * 1000)::bigint;
    end loop;
  end if;
end $$;
`;

/**
 * Many streams in one go, each from `lows` to `highs`, at most `most` of it; a row for every stream, with its last revision,
 * even where there is no event to return. A function, so that it is planned once and not at every read.
 */
const readStreams = `
create function ledger.read_streams(streams text[], lows integer[], highs integer[], most integer[], backward boolean[])
returns table (
  n integer, last integer, "position" bigint, revision integer, recorded_at timestamptz,
  id uuid, stream text, type text, data bytea, meta bytea
) language plpgsql stable as $$
begin
  return query
    select s.n, l.revision, e.position, e.revision, e.recorded_at, e.id, e.stream, e.type, e.data, e.meta
    from generate_series(1, cardinality(streams)) s(n)
    left join lateral (
      select h.revision from ledger.event h where h.stream = streams[s.n] order by h.revision desc limit 1) l on true
    left join lateral (
      (select f.* from ledger.event f
       where not backward[s.n] and f.stream = streams[s.n] and f.revision between lows[s.n] and highs[s.n]
       order by f.revision limit most[s.n])
      union all
      (select b.* from ledger.event b
       where backward[s.n] and b.stream = streams[s.n] and b.revision between lows[s.n] and highs[s.n]
       order by b.revision desc limit most[s.n])) e on true;
end $$;
`;

/**
 * Waits until everything that is visible is on disk, by a commit that takes along whatever was committed before it; where
 * the log is on disk already nothing is written. Answers with the head that was visible, which is durable then.
 */
const persist = `
create function ledger.persist() returns bigint language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  visible bigint;
begin
  select position into visible from ledger.head;
  if pg_current_wal_insert_lsn() > pg_current_wal_flush_lsn() then
    perform pg_logical_emit_message(true, 'ledger', '');
  end if;
  return visible;
end $$;
`;

export const migrations: readonly Migration[] = [
  { name: '1 the ledger only grows', sql: ledger + append + readStreams },
  { name: '2 many appends wait for the disk together', sql: persist },
];
