import type { TipEntry } from './tip.projection.js';

/** How many tips there were about an area in half a year. */
export interface TipCount {
  /** `2021-H1`. */
  readonly period: string;
  readonly county: string;
  readonly received: number;
  /** Null where telling it would tell of few. */
  readonly substantiated: number | null;
}

type Counted = Pick<TipEntry, 'receivedOn' | 'county' | 'substantiated'>;

const halfOf = (day: string): string => `${day.slice(0, 4)}-H${day.slice(5, 7) <= '06' ? 1 : 2}`;

/**
 * Counts by area and half-year. Only half-years that are over are told, so that watching a count tells nobody when a tip
 * came in. An area with fewer than `least` is left out like one with none; a part is not told when it or its remainder is
 * below; and there are no sums, from which either could be worked out.
 */
export function tipCounts(tips: readonly Counted[], today: string, least: number): readonly TipCount[] {
  const running = halfOf(today);
  const groups = Map.groupBy(
    tips.flatMap(({ receivedOn, county, substantiated = false }) =>
      receivedOn && county && halfOf(receivedOn) < running
        ? [{ period: halfOf(receivedOn), county, substantiated }]
        : [],
    ),
    ({ period, county }) => `${period}/${county}`,
  );
  return [...groups.values()]
    .filter(({ length }) => length >= least)
    .map((group) => {
      const { period, county } = group[0]!;
      const received = group.length;
      const substantiated = group.filter((tip) => tip.substantiated).length;
      const mayTellPart = substantiated >= least && received - substantiated >= least;
      return {
        period,
        county,
        received,
        substantiated: mayTellPart ? substantiated : null,
      };
    })
    .toSorted((a, b) => (`${a.period}/${a.county}` < `${b.period}/${b.county}` ? -1 : 1));
}
