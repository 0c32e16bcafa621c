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
 * that last touched the stream, or 0), `counts`. Per event: `owners` (its append, from 1), `places` (in it, from 0) and content.
 * The outcomes: 0 written, 1 duplicate, 2 stale, 3 conflict. `atomic` writes all of the appends or none, whatever the single outcomes.
 */
const append = `
create function ledger.append(
  now timestamptz, atomic boolean,
  streams text[], expected integer[], previous integer[], counts integer[],
  owners integer[], places integer[], ids uuid[], types text[], data bytea[], meta bytea[],
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
  nothing constant bigint[] := array_fill(0::bigint, array[appends]);
  bases integer[];
  lasts integer[];
  firsts bigint[] := nothing;
  starts bigint[] := nothing;
  base integer;
  before bigint;
  taken bigint;
  known record;
begin
  -- The head first: from here to the commit nobody else appends, and every statement below sees all that they wrote.
  update ledger.head set position = position + total, recorded_at = greatest(recorded_at, append.now)
    returning position - total, recorded_at into before, append.now;
  taken := before;
  outcomes := array_fill(0, array[appends]);
  revisions := nothing;
  positions := nothing;
  recorded := array_fill((extract(epoch from append.now) * 1000)::bigint, array[appends]);

  for known in
    select e.owner, array_agg(e.id) as ids, bool_and(f.stream = streams[e.owner] and f.type = e.type and f.data = e.data) as same,
           max(f.revision) as revision, max(f.position) as position, max(f.recorded_at) as recorded_at
    from unnest(owners, ids, types, append.data) e(owner, id, type, data)
    cross join lateral (select * from ledger.event where id = e.id limit 1) f
    group by e.owner
  loop
    outcomes[known.owner] := case when known.same and cardinality(known.ids) = counts[known.owner] then 1 else 3 end;
    taken_ids := taken_ids || known.ids;
    revisions[known.owner] := known.revision;
    positions[known.owner] := known.position;
    recorded[known.owner] := (extract(epoch from known.recorded_at) * 1000)::bigint;
  end loop;

  select array_agg(coalesce(
           (select e.revision from ledger.event e where e.stream = s.stream order by e.revision desc limit 1), -1) order by s.n)
    into bases from unnest(streams) with ordinality s(stream, n);
  lasts := bases;

  for i in 1 .. appends loop
    base := case when previous[i] = 0 then bases[i] else lasts[previous[i]] end;
    lasts[i] := base;
    if outcomes[i] = 0 then
      if expected[i] = base or expected[i] = -2 or expected[i] = -3 and base >= 0 then
        firsts[i] := base + 1;
        starts[i] := taken + 1;
        taken := taken + counts[i];
        lasts[i] := base + counts[i];
        positions[i] := taken;
      else
        outcomes[i] := 2;
      end if;
      revisions[i] := lasts[i];
    end if;
  end loop;

  if atomic and 0 <> any (outcomes) then
    starts := nothing;
    taken := before;
  end if;

  insert into ledger.event (position, revision, recorded_at, id, stream, type, data, meta)
  select starts[e.owner] + e.place, firsts[e.owner] + e.place, append.now, e.id, streams[e.owner], e.type, e.data, e.meta
  from unnest(owners, places, ids, types, append.data, append.meta) e(owner, place, id, type, data, meta)
  where starts[e.owner] > 0;

  if taken > before then
    perform pg_notify('ledger', taken::text);
  end if;
  -- What was refused gives its positions back.
  if taken < before + total then
    update ledger.head set position = taken;
  end if;
end $$;
`;

export const migrations: readonly Migration[] = [{ name: '1 the ledger only grows', sql: ledger + append }];
