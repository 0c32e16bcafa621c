/** Forward only: a migration that was published is never changed; what must change comes as the next one. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: '1 the read side',
    sql: `
create table read.projection (
  name        text collate "C" primary key,
  version     integer not null,
  rows        text not null,
  previous    text,
  position    bigint not null,
  changed_at  bigint not null,
  epoch       integer not null
);
comment on table read.projection is 'One line per question: which table answers it, and up to which position of the ledger. changed_at is the position of the last event that changed a row. Whoever writes names the position and the epoch it started from, so of two writers one is refused.';

create table read.build (
  name        text collate "C" primary key,
  version     integer not null,
  rows        text not null,
  position    bigint not null
);
comment on table read.build is 'Tables that are being built beside those that serve.';

create table read.parked (
  rows        text collate "C" not null,
  key         text collate "C" not null,
  position    bigint not null,
  event_id    uuid not null,
  type        text not null,
  reason      text not null,
  parked_at   timestamptz not null default now(),
  primary key (rows, key, position)
);
comment on table read.parked is 'Events that a projection could not take, and those that came after one for the same key.';

create table read.checkpoint (
  name        text collate "C" primary key,
  position    bigint not null
);
comment on table read.checkpoint is 'How far other readers of the ledger have come. Never goes back.';
`,
  },
  {
    name: '2 the way back',
    sql: `
-- Where the rows stand that were kept so far is not known: there is no way back to them.
do $$ declare kept text;
begin
  for kept in select previous from read.projection where previous is not null loop
    execute format('drop table if exists read.%I', kept);
    delete from read.parked where rows = kept;
  end loop;
  update read.projection set previous = null;
end $$;

alter table read.projection
  add previous_version    integer,
  add previous_position   bigint,
  add previous_changed_at bigint,
  add newest_version      integer;
comment on column read.projection.previous is 'The rows that served before the last swap; where they stand is beside. They are kept for the way back.';
comment on column read.projection.newest_version is 'Set while a version serves that is older than one which served before: nobody builds up to that one by themselves.';
`,
  },
];
