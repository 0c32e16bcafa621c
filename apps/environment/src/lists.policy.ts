import type { environment } from '#contracts';
import { recordIdOf, type Policy, type Recorded } from '#decider';
import { delisted, entryOf, listed } from '#procedure';

type Found = environment.EnvViolationFound;
type Serious = environment.SeriousViolationDetermined;
type Measured = NonNullable<Found['exceedance']>;

const ALL = 'exceedance';
const SERIOUS = 'serious-exceedance';

/** Violations that are an exceedance. Others are none, however grave. */
const overLimit: readonly Found['kind'][] = ['AIR_STD', 'WATER_STD', 'TOTAL_QUANTITY'];

const GROUND_LENGTH = 500;

const measured = ({ pollutant, value, limit, unit, standardNumber }: Measured): string =>
  `${pollutant} ${value}${unit}，超过${standardNumber}限值${limit}${unit}`;

/**
 * Who exceeds the limits of discharge is on the list from the finding, which rests on reviewed evidence, until the
 * recheck finds it corrected; who does so seriously is on the other list too (四(五)). The issues are published by people.
 */
export const listsPolicy: Policy = {
  name: 'exceedances-keep-the-lists',
  when: {
    'environment.EnvViolationFound': (fact: Recorded<Found>) => {
      const { enterprise, kind, exceedance, facts } = fact.data;
      const ground = (exceedance ? measured(exceedance) : facts).slice(0, GROUND_LENGTH);
      return overLimit.includes(kind) ? [listed(ALL, entryOf(fact, recordIdOf(fact), enterprise, { ground }))] : [];
    },
    'environment.SeriousViolationDetermined': (fact: Recorded<Serious>) => {
      const { enterprise, kind, grounds, legalBasis } = fact.data;
      const ground = `${grounds}（${legalBasis}）`.slice(0, GROUND_LENGTH);
      return overLimit.includes(kind) ? [listed(SERIOUS, entryOf(fact, recordIdOf(fact), enterprise, { ground }))] : [];
    },
    'environment.CorrectionRechecked': (fact: Recorded<environment.CorrectionRechecked>) =>
      fact.data.result === 'CORRECTED'
        ? [ALL, SERIOUS].map((list) => delisted(list, recordIdOf(fact), '已改正，复查不再超标'))
        : [],
  },
};
