import { expect } from '@jest/globals';
import { systemClock } from '../clock.js';
import { event, events, idsOf, newStream, rule, tailed } from './rule.js';

export const failing = [
  rule(
    'an append whose acknowledgement was lost is found again, by the store itself and by a retry',
    async (store, { loseNextAcknowledgement }) => {
      const stream = newStream();
      await store.append(stream, events(1), 'no-stream');
      const head = await store.head();
      const batch = events(3);
      loseNextAcknowledgement!();
      const settled = await store.append(stream, batch, 0);
      const { duplicate: _, ...first } = settled;
      expect(first).toMatchObject({ stream, revision: 3 });
      expect(await store.append(stream, batch, 0)).toEqual({ ...first, duplicate: true });
      const kept = await store.find(idsOf(batch));
      expect(idsOf(kept)).toEqual(idsOf(batch));
      expect(kept.at(-1)).toMatchObject({ revision: 3, position: first.position, recordedAt: first.recordedAt });
      expect(kept[0]!.position).toBeGreaterThan(head);
      expect((await store.read(stream)).revision).toBe(3);
    },
    'loseNextAcknowledgement',
  ),

  rule(
    'whatever is said after a lost acknowledgement is true: nothing refused was written',
    async (store, { loseNextAcknowledgement }) => {
      const stream = newStream();
      const taken = event({ first: true });
      await store.append(stream, [taken], 'no-stream');
      for (const [put, outcome] of [
        [() => store.append(stream, events(1), 'no-stream'), { name: 'StaleRevision', actual: 0 }],
        [() => store.append(stream, [event({ other: true }, taken.id)], 'any'), { name: 'Conflict', ids: [taken.id] }],
      ] as const) {
        loseNextAcknowledgement!();
        await expect(put()).rejects.toMatchObject(outcome);
      }
      expect(idsOf((await store.read(stream)).events)).toEqual([taken.id]);
    },
    'loseNextAcknowledgement',
  ),

  ...(['broken', 'ended'] as const).map((how) =>
    rule(
      `a subscription whose line is ${how} goes on where it was`,
      async (store, { open, cutReaders }) => {
        const after = await store.head();
        const other = open(systemClock);
        const written = events(60);
        const reader = tailed(other, after, 60);
        for (const [index, one] of written.entries()) {
          if (index % 20 === 9) await cutReaders!(how);
          await store.append(newStream(), [one], 'any');
        }
        expect(idsOf(await reader)).toEqual(idsOf(written));
        await other.close();
      },
      'cutReaders',
    ),
  ),

  rule(
    'a subscription that is cut while nothing happens still hears of what comes',
    async (store, { cutReaders }) => {
      const enough = new AbortController();
      const seen: string[] = [];
      const later = events(3);
      for await (const page of store.subscribe(await store.head(), { signal: enough.signal })) {
        seen.push(...idsOf(page.events));
        if (seen.length === 0) {
          await cutReaders!('broken');
          await store.append(newStream(), later, 'any');
        }
        if (seen.length >= 3) enough.abort();
      }
      expect(seen).toEqual(idsOf(later));
    },
    'cutReaders',
  ),
];
