import 'reflect-metadata';
import { memoryEventStore } from '#event-store';
import { openReadModels } from './index.js';
import { post } from './testing-ledger.js';
import { meters, read } from './testing-meters.js';

/** The whole of a process that rebuilds the meters, says so when the rows are written, and waits to be killed or left. */
process.once('disconnect', () => process.exit());
const store = memoryEventStore();
for (const half of ['a', 'b']) await post(store, ...Array.from({ length: 6_000 }, (_, at) => read(`${half}${at}`, 1)));
const models = await openReadModels({ url: process.argv[2]! });
await models.rebuild({
  projections: [meters()],
  onProgress: ({ position, head }) => void (position === head && process.send!('half')),
  store: {
    ...store,
    async *readAll(after, options) {
      yield* store.readAll(after, options);
      await new Promise(() => {});
    },
  },
});
