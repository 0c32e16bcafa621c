import type { industry } from '#contracts';
import { recordIdOf, type OwnCommand, type Policy, type Recorded } from '#decider';
import { caseIdOf } from './record-ids.js';

type Case = industry.Commands<'case'>['OpenCase'];

/** What stirs has a case on the same day: it is to be reported, and handed over to those with power (四(三)). */
export const casesPolicy: Policy = {
  name: 'what-stirs-has-a-case',
  when: {
    'industry.IsolationBreached': (fact: Recorded<industry.IsolationBreached>) =>
      opened(fact, 'ISOLATION_BREACHED', fact.data),
    'industry.ExitedCapacityRechecked': (fact: Recorded<industry.ExitedCapacityRechecked>) => {
      const { restored, findings: facts, enterprise } = fact.data;
      return restored ? opened(fact, 'CAPACITY_RESTORED', { facts, enterprise }) : [];
    },
    'industry.ResumptionFound': (fact: Recorded<industry.ResumptionFound>) =>
      opened(fact, 'RESUMPTION_FOUND', { ...fact.data, name: fact.data.target.name }),
    'industry.LookBackAccessRefused': (fact: Recorded<industry.LookBackAccessRefused>) =>
      opened(fact, 'ACCESS_REFUSED', { ...fact.data, name: fact.data.target.name }),
    'industry.DitiaoProductionConfirmed': (fact: Recorded<industry.DitiaoProductionConfirmed>) =>
      opened(fact, 'DITIAO_PRODUCTION', fact.data),
    'industry.DitiaoSaleConfirmed': (fact: Recorded<industry.DitiaoSaleConfirmed>) =>
      opened(fact, 'DITIAO_SALE', fact.data),
    'industry.IllegalFurnaceUseFound': (fact: Recorded<industry.IllegalFurnaceUseFound>) =>
      opened(fact, 'ILLEGAL_FURNACE_USE', fact.data),
  },
};

const opened = (
  fact: Recorded,
  finding: Case['finding'],
  { facts, enterprise, name }: Pick<Case, 'facts' | 'enterprise' | 'name'>,
): OwnCommand[] => {
  const originId = recordIdOf(fact);
  const who = enterprise ? { enterprise } : name ? { name } : {};
  const data = { finding, facts, ...who, originId };
  return [{ record: 'case', id: caseIdOf(originId, fact.revision), command: 'OpenCase', data }];
};
