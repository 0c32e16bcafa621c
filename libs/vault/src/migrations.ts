/** Forward only: a migration that was published is never changed; what must change comes as the next one. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: '1 the vault',
    sql: `
create table vault.identity (
  subject     text collate "C" primary key,
  reference   text not null unique,
  sealed      bytea not null
);
comment on table vault.identity is 'Personal data, each sealed with AES-256-GCM under a data key of its own. Without that key the bytes say nothing.';

create table vault.data_key (
  subject     text collate "C" primary key references vault.identity,
  master_key  text not null,
  wrapped     bytea not null
);
comment on table vault.data_key is 'Data keys, sealed under a master key that is in a file and never here. Deleting a row destroys what it opens.';

create table vault.export_request (
  subject     text collate "C" not null references vault.identity,
  principal   text not null,
  asked_at    timestamptz not null,
  primary key (subject, principal)
);
comment on table vault.export_request is 'Who asked for an export and waits for a second person to ask for the same.';

create table vault.access (
  number      bigint generated always as identity primary key,
  at          timestamptz not null,
  subject     text collate "C" not null,
  action      text not null,
  principal   text not null,
  client      text not null,
  reason      text not null
);
comment on table vault.access is 'Who did what with whose data, when and why; attempts included. It only grows.';

create function vault.only_grows() returns trigger language plpgsql as $$
begin
  raise exception 'vault.access only grows: % is refused', tg_op;
end $$;
create trigger only_grows before update or delete or truncate on vault.access
  for each statement execute function vault.only_grows();
create trigger every_row_stays before update or delete on vault.access
  for each row execute function vault.only_grows();
`,
  },
];
