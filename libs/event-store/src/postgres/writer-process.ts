import { type Acknowledged, type Move, write } from '../conformance/parallel-writers.js';
import { postgresEventStore } from './postgres-event-store.js';

/** What a writer tells the test that forked it. */
export type Report =
  | { readonly acknowledged: Acknowledged }
  | { readonly done: true }
  /** Everything that was seen by tailing the ledger from its start, up to the position the test asked for. */
  | { readonly tailed: readonly string[] };

const [url, moves] = process.argv.slice(2) as [string, string];
const store = postgresEventStore({ url });
const report = (told: Report) => process.send!(told);

/** Follows the ledger from the start, and stops at the position that the test names once all have written. */
const enough = new AbortController();
let last = Infinity;
const seen: string[] = [];
const tailing = (async () => {
  for await (const page of store.subscribe(0, { signal: enough.signal, pageSize: 50 })) {
    seen.push(...page.events.map(({ position, id }) => `${position} ${id}`));
    if (seen.length >= last) enough.abort();
  }
})();

process.on('message', (head: number) => {
  last = head;
  if (seen.length >= last) enough.abort();
});
await Promise.all(
  (JSON.parse(moves) as Move[][]).map((own) => write(store, own, (acknowledged) => report({ acknowledged }))),
);
report({ done: true });
await tailing;
report({ tailed: seen });
await store.close();
process.disconnect();
