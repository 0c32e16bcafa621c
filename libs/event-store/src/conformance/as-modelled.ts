import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { systemClock } from '../clock.js';
import type { EventStore } from '../event-store.js';
import type { Model } from './model.js';
import { commands, type Real } from './model-commands.js';
import { effort, has, inTime, type Ledger, orderOf, rule } from './rule.js';

const COMMANDS = 60;

/** The store and a model of it, both as empty as a shared ledger can be. */
async function opened(ledger: Ledger, stores: EventStore[]): Promise<{ model: Model; real: Real }> {
  const open = () => {
    const store = ledger.open(systemClock);
    stores.push(store);
    return store;
  };
  const own = randomUUID();
  const real: Real = {
    store: open(),
    ...orderOf(ledger),
    named: (stream) => `${stream}-${own}`,
    async reopen() {
      await real.store.close();
      real.store = open();
    },
  };
  return { model: { base: await real.store.head(), log: [], written: [] }, real };
}

export const asModelled = [
  rule(
    'whatever is put, read, followed and opened again, it answers as a model in plain data does',
    async (_, ledger) => {
      const some = fc.commands(commands({ severalStreams: has(ledger, 'severalStreams') }), {
        maxCommands: COMMANDS,
        size: 'max',
      });
      await fc.assert(
        fc.asyncProperty(
          some,
          inTime(async (commands) => {
            const stores: EventStore[] = [];
            try {
              await fc.asyncModelRun(() => opened(ledger, stores), commands);
            } finally {
              await Promise.all(stores.map((store) => store.close()));
            }
          }),
        ),
        effort(ledger),
      );
    },
  ),
];
