import { authorityOf } from '#codes';
import type { credit, industry } from '#contracts';
import { recordIdOf, type Policy, type Recorded } from '#decider';
import { shortened } from './record-id.js';

type Commands = credit.Commands<'promise'>;

const pledgeOf = (fact: Recorded): string => shortened(`pledge-${recordIdOf(fact)}`);

/** An application for repair promises, a published pledge promises; who breaks a promise of repair is shown longest. */
export const promisesPolicy: Policy = {
  name: 'promises-are-kept-on-record',
  when: {
    'credit.RepairApplied': (fact: Recorded<credit.RepairApplied>) => {
      const recordId = recordIdOf(fact);
      const data: Commands['RegisterRepairPromise'] = {
        occurredAt: fact.occurredAt,
        recordId,
        content: fact.data.promise,
        madeOn: fact.data.appliedOn,
      };
      const id = shortened(`repair-${recordId}-${fact.data.appliedOn}`);
      return [{ record: 'promise', id, command: 'RegisterRepairPromise', data }];
    },

    'credit.PromiseAssessed': (fact: Recorded<credit.PromiseAssessed>) => {
      const { kind, origin, fulfilment, unfulfilled = '', determinedOn } = fact.data;
      if (kind !== 'CREDIT_REPAIR' || origin === undefined || fulfilment === 'FULL') return [];
      const data = { occurredAt: fact.occurredAt, promiseId: recordIdOf(fact), determinedOn, unfulfilled };
      return [{ record: 'record', id: origin, command: 'NoteBrokenPromise', data }];
    },

    'industry.NoResumptionPledgePublished': (fact: Recorded<industry.NoResumptionPledgePublished>) => {
      const { enterprise, text, url, publishedOn } = fact.data;
      const { name, code } = authorityOf('industry');
      const data: Commands['RegisterPromise'] = {
        occurredAt: fact.occurredAt,
        enterprise,
        kind: 'VOLUNTARY',
        matter: '落后产能退出后不再恢复生产',
        content: text,
        liability: '违反承诺的，依法依规处理并归集信用信息',
        madeOn: publishedOn,
        acceptedBy: name,
        acceptedByCode: code,
        openness: 'PUBLIC',
        origin: recordIdOf(fact),
        remark: url,
      };
      return [{ record: 'promise', id: pledgeOf(fact), command: 'RegisterPromise', data }];
    },

    'industry.IsolationBreached': (fact: Recorded<industry.IsolationBreached>) => {
      const { breach, facts, foundOn } = fact.data;
      if (breach !== 'PRODUCTION_RESUMED') return [];
      const data: Commands['NoteBreach'] = { occurredAt: fact.occurredAt, unfulfilled: facts, foundOn };
      return [{ record: 'promise', id: pledgeOf(fact), command: 'NoteBreach', data }];
    },
  },
};
