import type { EventStore } from '#event-store';
import { Gauge, onceAScrape, type Registry } from '#runtime';
import type { Office } from './office.js';

/** Deadlines that end within so many days are shown as coming. */
const SOON_DAYS = 7;

/** What departments do by themselves: commands, how far policies have come, and what is due. */
export function measureOffices(registry: Registry, offices: readonly Office[], store: EventStore): void {
  const gauge = (name: string, help: string, collect: () => void | Promise<void>, labelNames = ['department']) =>
    new Gauge({ name, help, labelNames, registers: [registry], collect });

  const ownCommands: Gauge = gauge(
    'taizhang_own_commands',
    'Commands that policies and deadlines gave since the process started, by what they came to',
    () => {
      for (const { department, outcomes } of offices)
        for (const [outcome, count] of Object.entries(outcomes.counts)) ownCommands.set({ department, outcome }, count);
    },
    ['department', 'outcome'],
  );

  // What cannot be read now is left out: readiness tells why, and an old number would pass for a new one.
  const following = onceAScrape(async () => {
    for (const one of [ledger, position, lag]) one.reset();
    const head = await store.head().catch(() => undefined);
    if (head === undefined) return;
    ledger.set(head);
    for (const { department, policies } of offices)
      if (policies) {
        position.set({ department }, policies.position);
        lag.set({ department }, Math.max(0, head - policies.position));
      }
  });
  const ledger: Gauge = gauge('taizhang_ledger_position', 'Position of the last fact of the ledger', following, []);
  const position: Gauge = gauge('taizhang_policy_position', 'Position up to which policies have followed', following);
  const lag: Gauge = gauge(
    'taizhang_policy_lag',
    'How far the ledger is ahead of the policies, in positions',
    following,
  );

  const watching = onceAScrape(async () => {
    for (const one of [overdue, dueSoon, fired]) one.reset();
    for (const { department, deadlines } of offices) {
      const pending = await deadlines?.pending(SOON_DAYS).catch(() => undefined);
      if (!deadlines || !pending) continue;
      overdue.set({ department }, pending.overdue);
      dueSoon.set({ department }, pending.dueSoon);
      fired.set({ department }, deadlines.fired);
    }
  });
  const overdue: Gauge = gauge(
    'taizhang_deadlines_overdue',
    'Deadlines that have passed and for which nothing was commanded yet; at most 500 are counted',
    watching,
  );
  const dueSoon: Gauge = gauge(
    'taizhang_deadlines_due_soon',
    `Deadlines that pass within ${SOON_DAYS} days; at most 500 are counted`,
    watching,
  );
  const fired: Gauge = gauge(
    'taizhang_deadlines_fired',
    'Commands put for deadlines that passed, since the process started',
    watching,
  );
}
