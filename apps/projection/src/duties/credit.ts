import { owed, settled, type Duties } from './duty.js';

export const creditDuties: Duties = {
  'credit.record': [
    {
      kind: 'publish',
      says: { zh: '公示信用信息', en: 'Publish the credit record' },
      by: 'department',
      when: {
        'credit.CreditRecordOpened': owed,
        'credit.CreditInfoPublished': settled,
        'credit.ObjectionUpheld': settled,
        // What was annulled, or exited after all, before it was shown is not to be shown any more.
        'credit.AnnulmentNoted': settled,
        'credit.LateExitNoted': settled,
        'credit.CreditInfoWithdrawn': settled,
        'credit.DisplayStopped': settled,
      },
    },
    {
      kind: 'mirror',
      says: { zh: '“信用中国”同步公示', en: 'Credit China follows the register of market regulation' },
      by: 'department',
      when: {
        'credit.CreditInfoPublished': ({ data, occurredAt }) =>
          data.mirrorDue && { dueOn: data.mirrorDue.rolledDue, rule: data.mirrorDue.rule, since: occurredAt },
        'credit.CreditInfoWithdrawn': settled,
        'credit.AnnulmentNoted': settled,
        'credit.DisplayStopped': settled,
      },
    },
    {
      kind: 'withdraw',
      says: { zh: '撤下信用信息', en: 'Withdraw the credit record' },
      by: 'department',
      when: {
        'credit.AnnulmentNoted': (fact) => (fact.data.due ? owed(fact) : undefined),
        'credit.CreditInfoWithdrawn': settled,
      },
    },
  ],
  'credit.seriousEntry': [
    {
      kind: 'stop-list-display',
      says: { zh: '停止公示已移出名单的信息', en: 'Stop showing who was removed from the list' },
      by: 'department',
      when: {
        'credit.SeriousListEntryRemoved': owed,
        'credit.ListDisplayStopped': settled,
      },
    },
  ],
};
