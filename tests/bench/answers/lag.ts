import { postgresEventStore, type NewEvent } from '#event-store';
import { percentile, type Row } from '../table.ts';
import { atRate } from './at-rate.ts';
import type { Asking } from './asking.ts';
import { usccOf, type City } from './city.ts';

const PER_SECOND = 1_000;
/** One in so many is looked for in the dossier: the looking itself costs, too. */
const LOOKED_FOR = 20;
/** No history was told so often: its records are new. */
const LIVE = 1_000;

/** From the acknowledgement of a fact until the dossier shows it, while so many are posted. */
export async function lag({
  reading,
  server,
  enterprises,
  seconds,
  events,
  ofCity,
}: Asking & { ofCity: City }): Promise<Row> {
  const store = postgresEventStore({ url: server.serviceUrl });
  const facts = live(ofCity, enterprises);
  const during = async (count: number): Promise<number[]> => {
    const latencies: number[] = [];
    const ask = async (at: number) => {
      const { stream, event, uscc } = facts.next().value;
      const { position } = await store.append(stream, [event], 'any');
      if (at % LOOKED_FOR > 0) return;
      const since = performance.now();
      // A read side that is far behind lets go of whoever waits; they come again, and all of it counts.
      while ((await reading.get(`/dossiers/${uscc}?atLeast=${position}`, 503)).includes('projection/not-reached'));
      latencies.push(performance.now() - since);
    };
    await atRate({ perSecond: PER_SECOND, seconds: count, ask });
    return latencies;
  };
  try {
    await during(Math.min(5, seconds));
    const latencies = await during(seconds);
    const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
    return {
      what: `live lag at ${PER_SECOND.toLocaleString('en-US')} events/s, ${events}`,
      figure: p99,
      unit: 'ms p99',
      goal: 50,
      atMost: true,
      p50,
      p99,
      note: `acknowledged → in the dossier, with the read itself; one in ${LOOKED_FOR} looked for`,
    };
  } finally {
    await store.close();
  }
}

interface Live {
  readonly stream: string;
  readonly event: NewEvent;
  readonly uscc: string;
}

/** New facts about enterprises that are there, without end, fact by fact. */
function* live({ history }: City, enterprises: number): Generator<Live, never> {
  for (let at = 0; ; at++) {
    const whose = at % enterprises;
    for (const { stream, events } of history(whose, LIVE + Math.floor(at / enterprises)))
      for (const event of events) yield { stream, event, uscc: usccOf(whose) };
  }
}
