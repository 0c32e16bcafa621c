import { projection, type Projection } from './projection.js';

export interface Meter {
  readonly total: number;
  readonly readings: readonly number[];
}

/** A projection for specs. A meter that ran backwards is what it cannot fold. */
export const meters = (version = 1, factor = 1): Projection<Meter> =>
  projection<Meter>({
    name: 'meter',
    version,
    key: ({ data }) => data.meter as string,
    blank: () => ({ total: 0, readings: [] }),
    columns: {
      total: { type: 'bigint', of: ({ total }) => total, index: true },
      word: { type: 'text', of: (_, key) => `${key}\0` },
    },
    when: {
      'spec.Read': ({ total, readings }, { data }) => {
        if (data.kwh < 0) throw new Error('a meter does not run backwards');
        return { total: total + factor * (data.kwh as number), readings: [...readings, data.kwh as number] };
      },
      'spec.Removed': () => undefined,
    },
  });

export const read = (meter: string, kwh: number) => ({ type: 'spec.Read', data: { meter, kwh } });
