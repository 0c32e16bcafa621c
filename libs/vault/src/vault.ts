import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type pg from 'pg';
import { transaction } from '#database-role';
import { openDatabase, type Place } from './database.js';
import { masterKeys, type MasterKeys } from './master-keys.js';
import { newKey, seal, unseal } from './sealing.js';
import { destroyed, unknown } from './vault-problem.js';

/** DI token of the one `Vault`. */
export const VAULT = Symbol('Vault');

/** Who asks, through which system, and why. All of it stands in the log. */
export interface By {
  readonly principal: string;
  readonly client: string;
  readonly reason: string;
}

export type Action =
  'KEPT' | 'REPLACED' | 'READ' | 'EXPORT_ASKED' | 'EXPORTED' | 'DESTROYED' | 'KEYS_ROTATED' | 'LOG_READ';

/** A line of the log: who did what with whose data. */
export interface Accessed extends By {
  readonly number: number;
  readonly at: string;
  readonly subject: string;
  readonly action: Action;
}

/** An export waits for a second person until then, or is done. */
export type Export =
  | { readonly state: 'WAITING'; readonly until: string }
  | { readonly state: 'EXPORTED'; readonly content: object; readonly askedBy: readonly string[] };

/**
 * Personal data, sealed. Nothing of it is in the ledger, in a read model or in a log; everything that is done with it is
 * on record before it is done, and an attempt that finds nothing is on record too.
 */
export interface Vault {
  /** Keeps what is known of a subject, in place of what was. Answers with a random reference, which stays the same. */
  keep(subject: string, content: object, by: By): Promise<{ readonly reference: string; readonly isNew: boolean }>;
  /** Throws `VaultProblem` 404 when nothing was kept and 410 when it was destroyed. */
  read(subject: string, by: By): Promise<object>;
  /** Two different people must ask for the same within the window; the second is given it. */
  askForExport(subject: string, by: By): Promise<Export>;
  /** Deletes the data key: nobody can open the bytes again, wherever copies of them are. */
  destroy(subject: string, by: By): Promise<void>;
  /** Seals every data key under a new master key and drops the old ones. */
  rotate(by: By): Promise<{ readonly masterKey: string; readonly resealed: number }>;
  /** The log after a number, oldest first. Reading it is on record itself. */
  accesses(after: number, limit: number, by: By): Promise<readonly Accessed[]>;
  close(): Promise<void>;
}

export interface VaultOptions {
  readonly place: Place;
  /** Folder of the file of master keys. */
  readonly keyFolder: string;
  readonly now: () => number;
  /** How long an export waits for its second person. */
  readonly exportWindowMs: number;
}

/** Nobody's data in particular: lines of the log about the vault itself. */
const ITSELF = '*';

/** Opens the vault: its schema, its role, its keys, all made at first. */
export async function openVault({ place, keyFolder, now, exportWindowMs }: VaultOptions): Promise<Vault> {
  const keys = await masterKeys(join(keyFolder, 'vault'));
  const pool = await openDatabase(place);
  const at = () => new Date(now()).toISOString();

  const log = (on: pg.PoolClient, subject: string, action: Action, { principal, client, reason }: By) =>
    on.query(
      'insert into vault.access (at, subject, action, principal, client, reason) values ($1, $2, $3, $4, $5, $6)',
      [at(), subject, action, principal, client, reason],
    );

  return {
    keep: (subject, content, by) =>
      transaction(pool, async (on) => {
        await turnOf(on, subject);
        await keysStay(on);
        const before = await keptOf(on, subject);
        if (before && !before.wrapped) throw destroyed();
        const reference = before?.reference ?? randomUUID();
        await log(on, subject, before ? 'REPLACED' : 'KEPT', by);
        const dataKey = newKey();
        const sealed = seal(dataKey, Buffer.from(JSON.stringify(content)), subject);
        await on.query(
          `insert into vault.identity (subject, reference, sealed) values ($1, $2, $3)
           on conflict (subject) do update set sealed = excluded.sealed`,
          [subject, reference, sealed],
        );
        const { id, key } = await keys.current();
        await on.query(
          `insert into vault.data_key (subject, master_key, wrapped) values ($1, $2, $3)
           on conflict (subject) do update set master_key = excluded.master_key, wrapped = excluded.wrapped`,
          [subject, id, seal(key, dataKey, bindingOf(subject))],
        );
        return { reference, isNew: before === undefined };
      }),

    async read(subject, by) {
      const found = await transaction(pool, async (on) => {
        await keysStay(on);
        await log(on, subject, 'READ', by);
        return settled(opened(keys, subject, await keptOf(on, subject)));
      });
      return found();
    },

    async askForExport(subject, by) {
      const answer = await transaction(pool, async (on) => {
        await turnOf(on, subject);
        await keysStay(on);
        const kept = await keptOf(on, subject);
        const oldest = new Date(now() - exportWindowMs).toISOString();
        await on.query('delete from vault.export_request where subject = $1 and asked_at < $2', [subject, oldest]);
        const { rows } = await on.query<{ principal: string }>(
          'select principal from vault.export_request where subject = $1 and principal <> $2',
          [subject, by.principal],
        );
        const isSecond = kept?.wrapped !== undefined && rows.length > 0;
        await log(on, subject, isSecond ? 'EXPORTED' : 'EXPORT_ASKED', by);
        if (isSecond) await on.query('delete from vault.export_request where subject = $1', [subject]);
        else if (kept?.wrapped)
          await on.query(
            `insert into vault.export_request (subject, principal, asked_at) values ($1, $2, $3)
             on conflict (subject, principal) do update set asked_at = excluded.asked_at`,
            [subject, by.principal, at()],
          );
        const others = isSecond ? rows.map(({ principal }) => principal) : [];
        return { others, found: await settled(opened(keys, subject, kept)) };
      });
      const content = answer.found();
      return answer.others.length === 0
        ? { state: 'WAITING', until: new Date(now() + exportWindowMs).toISOString() }
        : { state: 'EXPORTED', content, askedBy: [...answer.others, by.principal] };
    },

    async destroy(subject, by) {
      const kept = await transaction(pool, async (on) => {
        await turnOf(on, subject);
        const found = await keptOf(on, subject);
        await log(on, subject, 'DESTROYED', by);
        await on.query('delete from vault.data_key where subject = $1', [subject]);
        await on.query('delete from vault.export_request where subject = $1', [subject]);
        return found;
      });
      if (!kept) throw unknown();
    },

    async rotate(by) {
      const rotated = await transaction(pool, async (on) => {
        await keysChange(on);
        await log(on, ITSELF, 'KEYS_ROTATED', by);
        // The file is first: nothing is ever sealed under a key that is nowhere.
        const id = await keys.add();
        const key = await keys.named(id);
        const { rows } = await on.query<{ subject: string; master_key: string; wrapped: Buffer }>(
          'select subject, master_key, wrapped from vault.data_key',
        );
        for (const { subject, master_key, wrapped } of rows) {
          const dataKey = unseal(await keys.named(master_key), wrapped, bindingOf(subject));
          await on.query('update vault.data_key set master_key = $2, wrapped = $3 where subject = $1', [
            subject,
            id,
            seal(key, dataKey, bindingOf(subject)),
          ]);
        }
        return { masterKey: id, resealed: rows.length };
      });
      // Not before it is certain that nothing is sealed under them any more.
      await transaction(pool, async (on) => {
        await keysChange(on);
        const { rows } = await on.query<{ id: string }>('select distinct master_key id from vault.data_key');
        await keys.dropAllBut(rows.map(({ id }) => id));
      });
      return rotated;
    },

    accesses: (after, limit, by) =>
      transaction(pool, async (on) => {
        const { rows } = await on.query<Omit<Accessed, 'at'> & { at: Date }>(
          `select number::float8 number, at, subject, action, principal, client, reason
           from vault.access where number > $1 order by number limit $2`,
          [after, limit],
        );
        await log(on, ITSELF, 'LOG_READ', by);
        return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
      }),

    close: () => pool.end(),
  };
}

interface Kept {
  readonly reference: string;
  readonly sealed: Buffer;
  /** Absent once it was destroyed. */
  readonly masterKey?: string;
  readonly wrapped?: Buffer;
}

const bindingOf = (subject: string): string => `data-key/${subject}`;

/** One after the other for each subject, whatever process. */
const turnOf = (on: pg.PoolClient, subject: string) =>
  on.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [subject]);

/** While somebody seals or opens, master keys stay as they are; while they change, nobody does either. */
const keysStay = (on: pg.PoolClient) => on.query('lock table vault.data_key in row exclusive mode');
const keysChange = (on: pg.PoolClient) => on.query('lock table vault.data_key in exclusive mode');

/** What came of it, to be told once the log is safe: an attempt that fails is on record like one that does not. */
const settled = <T>(work: Promise<T>): Promise<() => T> =>
  work.then(
    (value) => () => value,
    (problem: Error) => () => {
      throw problem;
    },
  );

async function keptOf(on: pg.PoolClient, subject: string): Promise<Kept | undefined> {
  const { rows } = await on.query<{
    reference: string;
    sealed: Buffer;
    master_key: string | null;
    wrapped: Buffer | null;
  }>(
    `select i.reference, i.sealed, k.master_key, k.wrapped
     from vault.identity i left join vault.data_key k using (subject) where subject = $1`,
    [subject],
  );
  const row = rows[0];
  return (
    row && {
      reference: row.reference,
      sealed: row.sealed,
      ...(row.wrapped && row.master_key ? { masterKey: row.master_key, wrapped: row.wrapped } : {}),
    }
  );
}

async function opened(keys: MasterKeys, subject: string, kept: Kept | undefined): Promise<object> {
  if (!kept) throw unknown();
  if (!kept.wrapped || !kept.masterKey) throw destroyed();
  const dataKey = unseal(await keys.named(kept.masterKey), kept.wrapped, bindingOf(subject));
  return JSON.parse(unseal(dataKey, kept.sealed, subject).toString('utf8')) as object;
}
