import { fork } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Enveloped } from '#contracts';
import { gapsIn } from './kept-facts.js';
import { eventually, type LedgerProcess } from './ledger-process.js';

export interface Receipt {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

/** A line of the poster's notes: acknowledged, answered otherwise, or lost. */
export interface Note {
  readonly key: string;
  readonly path: string;
  readonly body?: object;
  readonly receipt?: Receipt;
  readonly status?: number;
  readonly retryAfter?: string | null;
  readonly lost?: string;
}

/** A department's system that posts and posts, in a process of its own. */
export interface Poster {
  notes(): Promise<Note[]>;
  acknowledged(): Promise<Note[]>;
  /** Waits until so many more posts are acknowledged; of those below a path, where one is given. */
  postMore(count: number, below?: string): Promise<void>;
  /** Lets it bring what it began to its end. */
  enough(): Promise<void>;
  kill(): void;
}

/** Begins to post for departments. The city's plan, which cases are supervised under, is adopted first. */
export async function startPoster(
  ledger: LedgerProcess,
  departments: readonly ('energy' | 'industry')[] = ['energy'],
): Promise<Poster> {
  const token = await ledger.token(...departments.map((department) => `department:${department}:post`));
  const plan = {
    occurredAt: '2021-03-02T10:00:00+08:00',
    year: 2021,
    documentNumber: '惠能监〔2021〕模拟1号',
    scope: '重点用能企业',
    targetCount: 60,
    themes: ['MANDATORY_LIMIT'],
  };
  const adopted = await ledger.post('/energy/supervision-plans/2021/adopt-supervision-plan', plan, { token });
  expect(adopted.status).toBe(201);
  const file = join(ledger.data, 'posted.ndjson');
  const child = fork(join(import.meta.dirname, 'poster.mjs'), [ledger.data, file, departments.join()], {
    env: { ...process.env, TOKEN: token },
    execArgv: [],
  });
  const notes = notesIn(file);
  const acknowledged = async () => (await notes()).filter(({ receipt }) => receipt);
  const count = async (below: string) => (await acknowledged()).filter(({ path }) => path.startsWith(below)).length;
  return {
    notes,
    acknowledged,
    async postMore(more, below = '/') {
      const before = await count(below);
      const enough = async () => ((await count(below)) >= before + more ? true : undefined);
      await eventually(enough, `${more} more posts below ${below} being acknowledged`, 60_000);
    },
    async enough() {
      child.send('enough');
      await once(child, 'exit');
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** The lines of a file that grows. What was read before is not read again: a spec looks many times a second. */
function notesIn(file: string): () => Promise<Note[]> {
  const read: Note[] = [];
  let place = 0;
  const more = async () => {
    const opened = await open(file).catch(() => undefined);
    if (!opened) return;
    try {
      const { buffer, bytesRead } = await opened.read({
        buffer: Buffer.alloc((await opened.stat()).size - place),
        position: place,
      });
      const whole = buffer.subarray(0, buffer.subarray(0, bytesRead).lastIndexOf('\n') + 1);
      place += whole.length;
      for (const line of whole.toString().split('\n').slice(0, -1)) read.push(JSON.parse(line) as Note);
    } finally {
      await opened.close();
    }
  };
  let before = Promise.resolve();
  return async () => {
    before = before.then(more);
    await before;
    return [...read];
  };
}

/** Expects every acknowledged post to be in the ledger once, where its receipt says, and nothing besides. */
export function expectKeptOnce(facts: readonly Enveloped[], acknowledged: readonly Note[]): void {
  expect(gapsIn(facts)).toEqual([]);
  const where = new Map(facts.map((fact) => [fact.id, fact]));
  expect(where.size).toBe(facts.length);
  const known = new Set<string>();
  for (const { receipt } of acknowledged) {
    const { stream, revision, position, events } = receipt!;
    expect(events.length).toBeGreaterThan(0);
    const kept = events.map(({ id }) => where.get(id)) as Enveloped[];
    expect(kept.map((fact) => [fact?.stream, fact?.type])).toEqual(events.map(({ type }) => [stream, type]));
    expect([kept.at(-1)!.revision, kept.at(-1)!.position]).toEqual([revision, position]);
    for (const { id } of events) known.add(id);
  }
  const posted = facts.filter(({ stream }) => stream.includes('-POST-'));
  expect(posted.filter(({ id }) => !known.has(id))).toEqual([]);
}
