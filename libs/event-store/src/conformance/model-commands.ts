import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { EventStore, ReadOptions } from '../event-store.js';
import { judge, type Kept, known, lastOf, type Model, type Put } from './model.js';
import { event, events, everything, idsOf } from './rule.js';

/** The store that is compared with the model. */
export interface Real {
  store: EventStore;
  /** Lets go of the store, and opens another over the same events. */
  reopen(): Promise<void>;
  /** The name in the store of one of the model's few streams. */
  named(stream: string): string;
  readonly gapless: boolean;
  readonly oneClock: boolean;
}

type Command = fc.AsyncCommand<Model, Real>;

const STREAMS = ['a', 'b', 'c'];
const CLAIMS = ['the last', 'one before', 'one after', 'no-stream', 'stream-exists', 'any'] as const;
const stream = fc.constantFrom(...STREAMS);
const claim = fc.constantFrom(...CLAIMS);
const place = fc.nat({ max: 60 });
const few = fc.integer({ min: 1, max: 7 });

const expectedBy = (model: Model, stream: string, claim: (typeof CLAIMS)[number]): Put['expected'] => {
  const last = lastOf(model, stream);
  if (claim === 'the last') return last < 0 ? 'no-stream' : last;
  if (claim === 'one before') return Math.max(0, last - 1);
  return claim === 'one after' ? last + 1 : claim;
};

const command = (
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
  check: (model: Readonly<Model>) => boolean = () => true,
): Command => ({ check, run, toString: () => name });

const wrote = ({ written }: Readonly<Model>) => written.length > 0;
const one = <T>(list: readonly T[], place: number): T => list[place % list.length]!;
/** Somewhere in the log, its start and its end included. */
const within = ({ log }: Model, place: number) => place % (log.length + 1);
const positionAt = ({ base, log }: Model, place: number) => log[place - 1]?.position ?? base;

/** Puts it to both, and holds the store to the model's answer. */
async function put(model: Model, real: Real, puts: readonly Put[]): Promise<void> {
  const { store, named } = real;
  const verdict = judge(model, puts);
  const appends = puts.map((each) => ({ ...each, stream: named(each.stream) }));
  const [only, ...others] = appends;
  const answer =
    others.length > 0
      ? store.appendAll(appends)
      : store.append(only!.stream, only!.events, only!.expected).then((appended) => [appended]);
  if (verdict.kind === 'stale') {
    const { kind: _, ...stale } = verdict;
    await expect(answer).rejects.toMatchObject({ name: 'StaleRevision', ...stale, stream: named(stale.stream) });
  } else if (verdict.kind === 'conflict') {
    await expect(answer).rejects.toMatchObject({ name: 'Conflict', stream: named(verdict.stream) });
    await answer.catch(({ ids }: { ids: string[] }) => expect(ids.toSorted()).toEqual(verdict.ids.toSorted()));
  } else {
    const answers = await answer;
    if (verdict.kind === 'written') await learn(model, real, puts);
    for (const [index, { stream, events }] of puts.entries()) {
      const last = known(model, idsOf(events.slice(-1)))[0];
      expect(answers[index]).toMatchObject({
        stream: named(stream),
        revision: last?.revision ?? lastOf(model, stream),
        position: last?.position ?? 0,
        ...(last && { recordedAt: last.recordedAt, duplicate: verdict.kind === 'duplicate' }),
      });
    }
  }
}

/** Takes what was written into the model; positions and instants are the store's to tell, within bounds. */
async function learn(model: Model, { store, gapless, oneClock }: Real, puts: readonly Put[]): Promise<void> {
  const stored = await store.find(puts.flatMap(({ events }) => idsOf(events)));
  const places = new Map(stored.map((each) => [each.id, each]));
  for (const { stream, events } of puts)
    for (const event of events) {
      const { position, recordedAt } = places.get(event.id)!;
      const before = model.log.at(-1);
      expect(position).toBeGreaterThan(before?.position ?? model.base);
      if (gapless) expect(position).toBe((before?.position ?? model.base) + 1);
      const earlier = oneClock ? before : model.log.findLast((kept) => kept.stream === stream);
      expect(recordedAt >= (earlier?.recordedAt ?? '')).toBe(true);
      model.log.push({ event, stream, revision: lastOf(model, stream) + 1, position, recordedAt });
    }
  if (stored.length > 0) model.written.push(puts.filter(({ events }) => events.length > 0));
}

const asStored = ({ named }: Real, kept: readonly Kept[]) =>
  kept.map(({ event: { id, type, data, meta }, stream, ...rest }) => ({
    ...{ id, type, data: Buffer.from(data), meta: Buffer.from(meta) },
    ...{ stream: named(stream), ...rest },
  }));

const appending = fc
  .tuple(stream, fc.integer({ min: 0, max: 3 }), claim)
  .map(([stream, size, claim]) =>
    command(`append ${size} to ${stream} expecting ${claim}`, (model, real) =>
      put(model, real, [{ stream, events: events(size), expected: expectedBy(model, stream, claim) }]),
    ),
  );

const appendingToSeveral = fc
  .uniqueArray(fc.record({ stream, size: fc.integer({ min: 0, max: 2 }), claim }), {
    minLength: 2,
    maxLength: 3,
    selector: ({ stream }) => stream,
  })
  .map((each) =>
    command(
      `append ${each.map(({ stream, size, claim }) => `${size} to ${stream} expecting ${claim}`).join(', ')}`,
      (model, real) =>
        put(
          model,
          real,
          each.map(({ stream, size, claim }) => ({
            stream,
            events: events(size),
            expected: expectedBy(model, stream, claim),
          })),
        ),
    ),
  );

/** The n-th append that was written comes again, in a form of its own. */
const again = (
  name: string,
  change: (puts: readonly Put[], model: Model, claim: (typeof CLAIMS)[number]) => readonly Put[],
) =>
  fc
    .tuple(place, claim)
    .map(([n, claim]) =>
      command(
        `append ${n} again ${name} expecting ${claim}`,
        (model, real) => put(model, real, change(one(model.written, n), model, claim)),
        wrote,
      ),
    );

const first = (puts: readonly Put[], change: (put: Put) => Put) =>
  puts.map((put, index) => (index === 0 ? change(put) : put));
const firstEvent = (puts: readonly Put[], change: object) =>
  first(puts, (put) => ({
    ...put,
    events: put.events.map((one, index) => (index === 0 ? { ...one, ...change } : one)),
  }));

const reading = fc
  .record({
    stream,
    direction: fc.constantFrom('forward', 'backward'),
    from: fc.option(fc.nat({ max: 20 })),
    limit: fc.option(fc.nat({ max: 9 })),
  })
  .map(({ stream, direction, from, limit }) => {
    const options = { direction, ...(from !== null && { from }), ...(limit !== null && { limit }) } as ReadOptions;
    return command(`read ${stream} ${JSON.stringify(options)}`, async (model, real) => {
      const own = model.log.filter((kept) => kept.stream === stream);
      const ordered = direction === 'forward' ? own : own.toReversed();
      const some = ordered
        .filter(({ revision }) => from === null || (direction === 'forward' ? revision >= from : revision <= from))
        .slice(0, limit ?? Infinity);
      expect(await real.store.read(real.named(stream), options)).toEqual({
        exists: own.length > 0,
        revision: own.length - 1,
        events: asStored(real, some),
      });
    });
  });

const readingAll = fc.record({ place, limit: fc.option(few), pageSize: few }).map(({ place, limit, pageSize }) =>
  command(`read all after ${place}, ${limit ?? 'no'} limit, by ${pageSize}`, async (model, real) => {
    const options = { pageSize, ...(limit !== null && { limit }) };
    const from = within(model, place);
    const read = await everything(real.store.readAll(positionAt(model, from), options));
    expect(read).toEqual(asStored(real, model.log.slice(from, from + (limit ?? Infinity))));
  }),
);

const finding = fc.array(place, { maxLength: 4 }).map((places) =>
  command(`find ${places.join()}`, async (model, real) => {
    const ids = [event().id, ...places.flatMap((place) => model.log[within(model, place)]?.event.id ?? [])];
    expect(await real.store.find(ids)).toEqual(asStored(real, known(model, ids)));
  }),
);

const following = fc.record({ place, count: few, pageSize: few }).map(({ place, count, pageSize }) =>
  command(`follow from ${place} until ${count}, by ${pageSize}`, async (model, real) => {
    const from = within(model, place);
    const rest = asStored(real, model.log.slice(from));
    const leave = new AbortController();
    const seen: object[] = [];
    for await (const page of real.store.subscribe(positionAt(model, from), { signal: leave.signal, pageSize })) {
      expect(page.events.length).toBeLessThanOrEqual(pageSize);
      seen.push(...page.events);
      if (page.caughtUp) expect(seen).toEqual(rest);
      if (page.caughtUp || seen.length >= count) leave.abort();
    }
    expect(seen).toEqual(rest.slice(0, seen.length));
    expect(seen.length).toBeGreaterThanOrEqual(Math.min(count, rest.length));
  }),
);

const asking = command('ask for the head', async (model, { store }) =>
  expect(await store.head()).toBe(positionAt(model, model.log.length)),
);
const reopening = command('close and open again', (_, real) => real.reopen());
/** Opening costs more than everything else together. */
const seldomReopening = fc.constantFrom(asking, asking, asking, reopening);

/** Everything a caller may do to a store, one after the other. */
export const commands = ({ severalStreams }: { readonly severalStreams: boolean }): fc.Arbitrary<Command>[] => [
  appending,
  appending,
  ...(severalStreams ? [appendingToSeveral] : []),
  again('as it was', (puts, model, claim) =>
    puts.map((put) => ({ ...put, expected: expectedBy(model, put.stream, claim) })),
  ),
  again('with another payload', (puts) => firstEvent(puts, { data: Buffer.from('{"other":true}') })),
  again('under another type', (puts) => firstEvent(puts, { type: 'conformance.Other' })),
  again('in another envelope', (puts) => firstEvent(puts, { meta: Buffer.from('{"trace":1}') })),
  again('with one more event', (puts) =>
    first(puts, (put) => ({ ...put, events: [...put.events, event({ more: true })] })),
  ),
  again('in another stream', ([put], model, claim) => {
    const stream = STREAMS[(STREAMS.indexOf(put!.stream) + 1) % STREAMS.length]!;
    return [{ ...put!, stream, expected: expectedBy(model, stream, claim) }];
  }),
  reading,
  readingAll,
  finding,
  following,
  seldomReopening,
];
